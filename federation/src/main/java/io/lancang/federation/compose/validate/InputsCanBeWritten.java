package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.subgraph.SubgraphModel;

/** Of every input object a value can be written, and of one that is {@code @oneOf} with each of its fields alone. */
final class InputsCanBeWritten implements SubgraphRule {

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        InputCycles.of(subgraph.types())
                .forEach(cycle -> problems.error(
                        CompositionErrorCode.INVALID_GRAPHQL,
                        cycle.coordinate(),
                        subgraph.place(cycle.field()),
                        cycle.message()));
        OneOfInputs.constants(subgraph.types().values())
                .forEach(constant -> problems.error(
                        CompositionErrorCode.INVALID_GRAPHQL,
                        constant.coordinate(),
                        subgraph.place(constant.field()),
                        constant.message()));
    }
}
