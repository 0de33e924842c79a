package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.fieldset.FieldSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The fields that a subgraph's own keys, requirements, provisions and arguments from contexts name.
 *
 * @param fields type name to the names of its fields
 */
public record FieldUses(Map<String, Set<String>> fields) {

    /** The uses in keys only. */
    public static FieldUses ofKeys(SubgraphModel subgraph) {
        FieldUses uses = new FieldUses(new HashMap<>());
        for (FieldsType type : subgraph.fieldsTypes()) {
            type.directives().all(FederationDirective.KEY).forEach(key -> uses.collect(subgraph, type.name(), key));
        }
        return uses;
    }

    /** What is resolved on the way to fields with {@code @provides}, though it is external everywhere else. */
    public static FieldUses ofProvisions(SubgraphModel subgraph) {
        FieldUses uses = new FieldUses(new HashMap<>());
        for (FieldsType type : subgraph.fieldsTypes()) {
            type.fields().values().forEach(field -> uses.collectProvisions(subgraph, field));
        }
        return uses;
    }

    /** All uses in a subgraph. */
    public static FieldUses of(SubgraphModel subgraph) {
        FieldUses uses = ofKeys(subgraph);
        for (FieldsType type : subgraph.fieldsTypes()) {
            for (FieldElement field : type.fields().values()) {
                field.directives()
                        .all(FederationDirective.REQUIRES)
                        .forEach(requires -> uses.collect(subgraph, type.name(), requires));
                uses.collectProvisions(subgraph, field);
                uses.collectContexts(subgraph, field);
            }
        }
        return uses;
    }

    /** Whether a field set names the field. */
    public boolean contains(String typeName, String fieldName) {
        return fields.getOrDefault(typeName, Set.of()).contains(fieldName);
    }

    private void collectProvisions(SubgraphModel subgraph, FieldElement field) {
        String returned = TypeReferences.namedType(field.type());
        field.directives().all(FederationDirective.PROVIDES).forEach(provides -> collect(subgraph, returned, provides));
    }

    /** What an argument takes from a context is used of every type that sets the context. */
    private void collectContexts(SubgraphModel subgraph, FieldElement field) {
        ContextReference.allOf(field)
                .forEach(reference -> subgraph.settersOf(reference.context())
                        .forEach(type -> collect(subgraph, type.name(), FieldSets.readable(reference.selection()))));
    }

    private void collect(SubgraphModel subgraph, String typeName, AppliedDirective directive) {
        collect(subgraph, typeName, FieldSets.readable(directive));
    }

    private void collect(SubgraphModel subgraph, String typeName, FieldSet fields) {
        FieldSets.walk(subgraph, typeName, fields, (type, field) -> {
            add(type, field);
            // A field set that goes through an interface means the field of every implementation.
            subgraph.possibleTypes(type).forEach(implementation -> add(implementation, field));
        });
    }

    private void add(String typeName, String fieldName) {
        fields.computeIfAbsent(typeName, ignored -> new HashSet<>()).add(fieldName);
    }
}
