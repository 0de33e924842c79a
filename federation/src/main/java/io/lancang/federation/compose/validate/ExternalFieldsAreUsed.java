package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirectives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.subgraph.FieldSets;
import io.lancang.federation.compose.subgraph.FieldUses;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An external field serves a field set or an interface; else it is a leftover, or a field set is misspelt. */
final class ExternalFieldsAreUsed implements SubgraphRule {

    private static final Set<String> FIELD_SETS = Stream.of(
                    FederationDirective.KEY, FederationDirective.REQUIRES, FederationDirective.PROVIDES)
            .map(FederationDirective::modelName)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        if (hasUnreadableFieldSet(subgraph)) {
            // It is reported by itself, and may be what uses the field.
            return;
        }
        FieldUses uses = FieldUses.of(subgraph);
        Fields.forEach(subgraph, (type, field) -> {
            boolean external = field.directives().has(FederationDirective.EXTERNAL);
            if (external
                    && type.isObject()
                    && !uses.contains(type.name(), field.name())
                    && !isDemanded(subgraph, type, field)) {
                String coordinate = Fields.coordinate(type, field);
                problems.error(
                        CompositionErrorCode.EXTERNAL_UNUSED,
                        coordinate,
                        subgraph.place(field),
                        "\"" + coordinate
                                + "\" is @external, but no @key, @requires, @provides, @fromContext or interface uses it;"
                                + " remove the field, or resolve it here without @external");
            }
        });
    }

    private static boolean hasUnreadableFieldSet(SubgraphModel subgraph) {
        return AppliedDirectives.of(subgraph.types().values())
                .filter(directive -> FIELD_SETS.contains(directive.name()))
                .anyMatch(directive -> FieldSets.readable(directive).isEmpty());
    }

    private static boolean isDemanded(SubgraphModel subgraph, FieldsType type, FieldElement field) {
        return type.interfaces().stream()
                .anyMatch(name -> subgraph.field(name, field.name()).isPresent());
    }
}
