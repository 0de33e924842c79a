package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.subgraph.Subgraph;

/** Of every input object a value can be written, and of one that is {@code @oneOf} with each of its fields alone. */
final class InputsCanBeWritten implements SubgraphRule {

    @Override
    public void check(Subgraph subgraph, Problems problems) {
        InputCycles.of(subgraph.types())
                .forEach(cycle -> problems.error(
                        ErrorCode.INVALID_GRAPHQL, cycle.coordinate(), subgraph.place(cycle.field()), cycle.message()));
        OneOfInputs.constants(subgraph.types().values())
                .forEach(constant -> problems.error(
                        ErrorCode.INVALID_GRAPHQL,
                        constant.coordinate(),
                        subgraph.place(constant.field()),
                        constant.message()));
    }
}
