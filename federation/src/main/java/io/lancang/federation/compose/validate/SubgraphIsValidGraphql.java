package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.SubgraphModel;

/** A subgraph's schema, federation's directives apart, is valid GraphQL. graphql-java decides. */
final class SubgraphIsValidGraphql implements SubgraphRule {

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        for (GraphqlRules.Violation violation :
                GraphqlRules.violations(subgraph.types().values())) {
            TypeElement type = violation.typeName() == null ? null : subgraph.type(violation.typeName());
            problems.error(
                    CompositionErrorCode.INVALID_GRAPHQL,
                    type == null ? "" : type.name(),
                    type == null ? Place.whole(subgraph.name()) : subgraph.place(type),
                    violation.message());
        }
    }
}
