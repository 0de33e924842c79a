package io.lancang.federation.compose.merge;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.subgraph.FieldUses;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A field that several subgraphs resolve has to be shareable in each, because a router may ask any of them. */
final class FieldSharing {

    private final Merging merging;
    private final Map<String, FieldUses> keys = new HashMap<>();

    FieldSharing(Merging merging) {
        this.merging = merging;
        merging.subgraphs().forEach(subgraph -> keys.put(subgraph.name(), FieldUses.ofKeys(subgraph)));
    }

    void check() {
        Map<String, List<Source<FieldElement>>> resolvers = new TreeMap<>();
        for (Subgraph subgraph : merging.subgraphs()) {
            for (FieldsType type : subgraph.fieldsTypes()) {
                if (type.isObject()) {
                    type.fields().values().stream()
                            .filter(field -> resolves(subgraph, type, field))
                            .forEach(field -> resolvers
                                    .computeIfAbsent(type.name() + "." + field.name(), ignored -> new ArrayList<>())
                                    .add(new Source<>(subgraph, field)));
                }
            }
        }
        resolvers.forEach((coordinate, sources) -> {
            if (sources.size() > 1) {
                check(coordinate, sources);
            }
        });
    }

    private boolean resolves(Subgraph subgraph, FieldsType type, FieldElement field) {
        return !field.directives().has(FederationDirective.EXTERNAL)
                && merging.overrides()
                        .moveOf(subgraph.name(), type.name(), field.name())
                        .isEmpty();
    }

    private void check(String coordinate, List<Source<FieldElement>> sources) {
        String typeName = coordinate.substring(0, coordinate.indexOf('.'));
        boolean subscription = typeName.equals(RootOperation.SUBSCRIPTION.typeName());
        List<Source<FieldElement>> unshared = sources.stream()
                .filter(source -> subscription || !isShareable(source, typeName))
                .toList();
        if (!unshared.isEmpty()) {
            merging.problems()
                    .error(
                            ErrorCode.INVALID_FIELD_SHARING,
                            coordinate,
                            Source.places(unshared),
                            "\"" + coordinate + "\" is resolved by " + Source.names(sources)
                                    + (subscription
                                            ? ", but no field of the subscription root can be shared; rename one of them"
                                            : ", but " + Source.names(unshared)
                                                    + " do not mark it @shareable; mark it there, or make it @external"));
        }
    }

    private boolean isShareable(Source<FieldElement> source, String typeName) {
        Subgraph subgraph = source.subgraph();
        return source.element().directives().has(FederationDirective.SHAREABLE)
                || subgraph.fieldsType(typeName)
                        .filter(type -> type.directives().has(FederationDirective.SHAREABLE))
                        .isPresent()
                || Objects.requireNonNull(keys.get(subgraph.name()))
                        .contains(typeName, source.element().name());
    }
}
