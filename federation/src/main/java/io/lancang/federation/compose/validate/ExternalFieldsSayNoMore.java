package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.List;

/** An external field stands for another subgraph's: how it is resolved, and what clients see of it, is said there. */
final class ExternalFieldsSayNoMore implements SubgraphRule {

    private static final List<FederationDirective> ABOUT_RESOLVING =
            List.of(FederationDirective.PROVIDES, FederationDirective.REQUIRES);
    private static final List<FederationDirective> ABOUT_CLIENTS = List.of(
            FederationDirective.TAG,
            FederationDirective.INACCESSIBLE,
            FederationDirective.AUTHENTICATED,
            FederationDirective.REQUIRES_SCOPES,
            FederationDirective.POLICY,
            FederationDirective.COST,
            FederationDirective.LIST_SIZE);

    @Override
    public void check(Subgraph subgraph, Problems problems) {
        // Federation 1 let such directives stand without effect.
        if (subgraph.links().version().isOne()) {
            return;
        }
        Fields.forEach(subgraph, (type, field) -> {
            if (field.directives().has(FederationDirective.EXTERNAL)) {
                ABOUT_RESOLVING.forEach(each -> check(
                        subgraph, type, field, each, ErrorCode.EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE, problems));
                ABOUT_CLIENTS.forEach(each -> check(
                        subgraph, type, field, each, ErrorCode.MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL, problems));
            }
        });
    }

    private static void check(
            Subgraph subgraph,
            FieldsType type,
            FieldElement field,
            FederationDirective directive,
            ErrorCode code,
            Problems problems) {
        if (field.directives().has(directive)) {
            String coordinate = Fields.coordinate(type, field);
            problems.error(
                    code,
                    coordinate,
                    subgraph.place(field),
                    subgraph.nameOf(directive) + " has no effect on \"" + coordinate
                            + "\", which is @external; move it to the subgraph that resolves the field");
        }
    }
}
