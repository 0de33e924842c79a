package io.lancang.federation.engine;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Implementations;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says which fields an operation selects, for whoever knows fields by their places in the schema. */
final class SelectedFields {
    private final GraphQLSchema schema;

    /** @param schema the API schema */
    SelectedFields(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Those that are asked for, in the client's order. */
    List<SelectedField> of(SelectionSet selections) {
        List<SelectedField> fields = new ArrayList<>();
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case FragmentSelection fragment -> fields.addAll(of(fragment.selections()));
                case FieldSelection field -> {
                    if (field.withheld() == null) {
                        fields.add(new SelectedField(field.responseKey(), coordinates(field), of(field.selections())));
                    }
                }
            }
        }
        return fields;
    }

    private Set<String> coordinates(FieldSelection field) {
        Set<String> coordinates = new HashSet<>();
        coordinates.add(field.parentType() + "." + field.name());
        if (schema.getType(field.parentType()) instanceof GraphQLInterfaceType type) {
            Implementations.of(schema, type).forEach(object -> coordinates.add(object.getName() + "." + field.name()));
        }
        return coordinates;
    }
}
