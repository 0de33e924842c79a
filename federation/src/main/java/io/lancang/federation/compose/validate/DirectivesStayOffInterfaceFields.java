package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.EnumMap;
import java.util.Map;

/** A field of an interface is resolved by implementations, so that what is said about resolving it belongs there. */
final class DirectivesStayOffInterfaceFields implements SubgraphRule {

    private static final Map<FederationDirective, ErrorCode> REFUSED = new EnumMap<>(Map.of(
            FederationDirective.EXTERNAL, ErrorCode.EXTERNAL_ON_INTERFACE,
            FederationDirective.REQUIRES, ErrorCode.REQUIRES_UNSUPPORTED_ON_INTERFACE,
            FederationDirective.PROVIDES, ErrorCode.PROVIDES_UNSUPPORTED_ON_INTERFACE,
            FederationDirective.SHAREABLE, ErrorCode.INVALID_SHAREABLE_USAGE,
            FederationDirective.OVERRIDE, ErrorCode.OVERRIDE_ON_INTERFACE));

    @Override
    public void check(Subgraph subgraph, Problems problems) {
        Fields.forEach(subgraph, (type, field) -> {
            if (type.isInterface()) {
                REFUSED.forEach((directive, code) -> check(subgraph, type, field, directive, code, problems));
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
                    subgraph.nameOf(directive) + " has no meaning on \"" + coordinate
                            + "\", a field of an interface; move it to the fields of the implementations");
        }
    }
}
