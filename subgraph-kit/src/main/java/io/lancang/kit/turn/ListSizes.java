package io.lancang.kit.turn;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the fields of a schema declare of their lists by {@code @listSize}. Safe for any thread. */
final class ListSizes {
    private static final String DIRECTIVE = "listSize";
    /** For a list that says nothing of itself. */
    private static final Declared UNDECLARED = new Declared(10, List.of(), List.of());

    private final Map<GraphQLFieldDefinition, Declared> declared = new HashMap<>();

    /**
     * What a field declares.
     *
     * @param assumed how many items there are where no slicing argument says
     * @param slicing arguments that say how many there are
     * @param sized the lists of the object that the field gives, where the sizes are about them
     */
    record Declared(long assumed, Collection<?> slicing, Collection<?> sized) {}

    ListSizes(GraphQLSchema schema) {
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLFieldsContainer container) {
                container.getFieldDefinitions().forEach(this::read);
            }
        }
    }

    Declared of(GraphQLFieldDefinition field) {
        return declared.getOrDefault(field, UNDECLARED);
    }

    private void read(GraphQLFieldDefinition field) {
        GraphQLAppliedDirective applied = applied(field);
        if (applied != null) {
            long assumed =
                    value(applied, "assumedSize") instanceof Number number ? number.longValue() : UNDECLARED.assumed();
            declared.put(
                    field, new Declared(assumed, names(applied, "slicingArguments"), names(applied, "sizedFields")));
        }
    }

    /** A schema that was read has directives that are applied; one that was made from code, definitions with values. */
    private static @Nullable GraphQLAppliedDirective applied(GraphQLFieldDefinition field) {
        GraphQLAppliedDirective applied = field.getAppliedDirective(DIRECTIVE);
        GraphQLDirective made = field.getDirective(DIRECTIVE);
        return applied == null && made != null ? made.toAppliedDirective() : applied;
    }

    private static Collection<?> names(GraphQLAppliedDirective applied, String argument) {
        return switch (value(applied, argument)) {
            case Collection<?> list -> list;
            case Object[] array -> List.of(array);
            case null, default -> List.of();
        };
    }

    private static @Nullable Object value(GraphQLAppliedDirective applied, String name) {
        GraphQLAppliedDirectiveArgument argument = applied.getArgument(name);
        return argument == null ? null : argument.getValue();
    }
}
