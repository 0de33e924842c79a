package io.lancang.federation.supergraph;

import graphql.language.Type;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.supergraph.SubgraphField.Resolution;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the fields that a subgraph names in a key, {@code @requires} or {@code @provides} without the supergraph saying that
 * it knows them, as Federation 1 does. They are external, but for keys, which every object of the subgraph has.
 */
final class ImplicitExternals {
    private final Map<String, SubgraphType> known;
    private final Map<String, SupergraphType> types;

    private ImplicitExternals(Map<String, SubgraphType> known, Map<String, SupergraphType> types) {
        this.known = new LinkedHashMap<>(known);
        this.types = types;
    }

    static Map<String, SubgraphType> complete(Map<String, SubgraphType> known, Map<String, SupergraphType> types) {
        ImplicitExternals externals = new ImplicitExternals(known, types);
        for (SubgraphType type : known.values()) {
            type.keys().forEach(key -> externals.add(type.name(), key.fields(), Resolution.ALWAYS));
        }
        for (SubgraphType type : known.values()) {
            for (SubgraphField field : type.fields().values()) {
                externals.add(type.name(), field.requires(), Resolution.EXTERNAL);
                if (!field.provides().isEmpty()) {
                    externals.add(TypeNames.named(field.type()), field.provides(), Resolution.EXTERNAL);
                }
            }
        }
        return externals.known;
    }

    private void add(String typeName, FieldSet fields, Resolution resolution) {
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Fragment fragment ->
                    add(fragment.typeCondition(), fragment.selections(), resolution);
                case FieldSetSelection.Field field -> add(typeName, field, resolution);
            }
        }
    }

    private void add(String typeName, FieldSetSelection.Field selection, Resolution resolution) {
        SubgraphType type = known.get(typeName);
        Type<?> fieldType = supergraphType(typeName, selection.name());
        if (type == null || fieldType == null) {
            return;
        }
        SubgraphField field = type.field(selection.name());
        if (field == null) {
            field = SubgraphField.plain(selection.name(), fieldType, resolution);
            Map<String, SubgraphField> more = new LinkedHashMap<>(type.fields());
            more.put(selection.name(), field);
            known.put(typeName, new SubgraphType(typeName, type.kind(), type.keys(), more, type.possibleTypes()));
        }
        add(TypeNames.named(field.type()), selection.selections(), resolution);
    }

    private @Nullable Type<?> supergraphType(String typeName, String field) {
        SupergraphType type = types.get(typeName);
        return type == null ? null : type.fields().get(field);
    }
}
