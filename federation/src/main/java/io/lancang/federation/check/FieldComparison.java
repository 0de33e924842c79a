package io.lancang.federation.check;

import static io.lancang.federation.check.SchemaChange.Severity.BREAKING;
import static io.lancang.federation.check.SchemaChange.Severity.SAFE;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;

/** Compares fields of an object type or an interface. */
final class FieldComparison {
    private final List<SchemaChange> changes;
    private final InputComparison inputs;

    FieldComparison(List<SchemaChange> changes, InputComparison inputs) {
        this.changes = changes;
        this.inputs = inputs;
    }

    void compare(GraphQLFieldsContainer before, GraphQLFieldsContainer after) {
        Map<String, GraphQLFieldDefinition> former = SchemaComparison.byName(before.getFieldDefinitions());
        Map<String, GraphQLFieldDefinition> later = SchemaComparison.byName(after.getFieldDefinitions());
        SchemaComparison.<GraphQLFieldDefinition>eachOf(former, later, (name, old, now) -> {
            SchemaCoordinate place = SchemaCoordinate.of(before.getName(), name);
            if (now == null) {
                changes.add(new SchemaChange(BREAKING, place, "the field is gone"));
            } else if (old == null) {
                changes.add(new SchemaChange(SAFE, place, "a new field"));
            } else {
                compare(place, old, now);
            }
        });
    }

    private void compare(SchemaCoordinate place, GraphQLFieldDefinition before, GraphQLFieldDefinition after) {
        String former = GraphQLTypeUtil.simplePrint(before.getType());
        String later = GraphQLTypeUtil.simplePrint(after.getType());
        if (!former.equals(later)) {
            changes.add(new SchemaChange(
                    givesNoMore(before.getType(), after.getType()) ? SAFE : BREAKING,
                    place,
                    "its type is " + later + ", before " + former));
        }
        if (after.isDeprecated() && !before.isDeprecated()) {
            changes.add(new SchemaChange(SAFE, place, "it is deprecated: " + after.getDeprecationReason()));
        }
        inputs.compareArguments(place, before.getArguments(), after.getArguments());
    }

    /** Whether each value of the later type is one of the former: nulls may go, nothing may come. */
    private static boolean givesNoMore(GraphQLType before, GraphQLType after) {
        if (GraphQLTypeUtil.isNonNull(before)) {
            return GraphQLTypeUtil.isNonNull(after)
                    && givesNoMore(GraphQLTypeUtil.unwrapOne(before), GraphQLTypeUtil.unwrapOne(after));
        }
        if (GraphQLTypeUtil.isNonNull(after)) {
            return givesNoMore(before, GraphQLTypeUtil.unwrapOne(after));
        }
        if (GraphQLTypeUtil.isList(before) || GraphQLTypeUtil.isList(after)) {
            return GraphQLTypeUtil.isList(before)
                    && GraphQLTypeUtil.isList(after)
                    && givesNoMore(GraphQLTypeUtil.unwrapOne(before), GraphQLTypeUtil.unwrapOne(after));
        }
        return GraphQLTypeUtil.simplePrint(before).equals(GraphQLTypeUtil.simplePrint(after));
    }
}
