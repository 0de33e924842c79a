package io.lancang.federation.compose;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.apischema.ApiSchemaValidation;
import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.merge.SchemaMerger;
import io.lancang.federation.compose.print.SupergraphPrinter;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.satisfiability.Satisfiability;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.compose.subgraph.Subgraphs;
import io.lancang.federation.compose.validate.SubgraphValidation;
import java.util.List;

/**
 * Composes subgraphs into a supergraph. The stages run one after the other: read, validate each subgraph, merge, validate
 * what was merged, prove that it can be queried, print. A stage reports all its errors before composition stops.
 */
public final class Composition {

    private Composition() {}

    /**
     * Composes subgraphs.
     *
     * @param definitions the subgraphs, at least one, in any order
     * @return the supergraph, or every error of the first stage that found one
     */
    public static CompositionResult compose(List<SubgraphDefinition> definitions) {
        Problems problems = new Problems();
        List<SubgraphModel> subgraphs = Subgraphs.read(definitions, problems);
        if (problems.hasErrors()) {
            return new CompositionResult.Failure(problems.errors());
        }
        SubgraphValidation.check(subgraphs, problems);
        if (problems.hasErrors()) {
            return new CompositionResult.Failure(problems.errors());
        }
        MergedSchema merged = new SchemaMerger(problems).merge(subgraphs);
        if (problems.hasErrors()) {
            return new CompositionResult.Failure(problems.errors());
        }
        ApiSchemaValidation.check(merged, problems);
        if (problems.hasErrors()) {
            return new CompositionResult.Failure(problems.errors());
        }
        Satisfiability.check(merged, problems);
        if (problems.hasErrors()) {
            return new CompositionResult.Failure(problems.errors());
        }
        return new CompositionResult.Success(SupergraphPrinter.print(merged), problems.hints());
    }
}
