package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeOrigin;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The key fields of an extended type are written {@code @external} by habit from Federation 1, although the subgraph
 * does know their values: it receives them with every representation. Here they lose the directive.
 */
final class ExternalExtensionKeys {

    private final SubgraphModel subgraph;
    private final Map<String, Set<String>> keyFields = new LinkedHashMap<>();

    private ExternalExtensionKeys(SubgraphModel subgraph) {
        this.subgraph = subgraph;
    }

    static SubgraphModel withoutExternal(SubgraphModel subgraph) {
        ExternalExtensionKeys keys = new ExternalExtensionKeys(subgraph);
        subgraph.fieldsTypes().stream()
                .filter(type -> type.origin() == TypeOrigin.EXTENSION)
                .forEach(keys::collect);
        return keys.apply();
    }

    private void collect(FieldsType type) {
        type.directives()
                .all(FederationDirective.KEY)
                .forEach(key -> FieldSets.walk(
                        subgraph,
                        type.name(),
                        FieldSets.readable(key),
                        (typeName, field) -> keyFields
                                .computeIfAbsent(typeName, ignored -> new HashSet<>())
                                .add(field)));
    }

    private SubgraphModel apply() {
        Map<String, TypeElement> types = new LinkedHashMap<>(subgraph.types());
        keyFields.forEach((typeName, names) -> subgraph.fieldsType(typeName)
                .filter(type -> type.origin() == TypeOrigin.EXTENSION)
                .ifPresent(type -> types.put(typeName, withoutExternal(type, names))));
        return subgraph.withTypes(types);
    }

    private static FieldsType withoutExternal(FieldsType type, Set<String> names) {
        Map<String, FieldElement> fields = new LinkedHashMap<>(type.fields());
        fields.replaceAll((name, field) -> names.contains(name)
                ? field.withDirectives(field.directives().without(FederationDirective.EXTERNAL))
                : field);
        return type.withFields(fields);
    }
}
