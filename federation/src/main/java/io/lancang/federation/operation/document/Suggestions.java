package io.lancang.federation.operation.document;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.lancang.federation.error.SourceLocation;
import io.lancang.federation.operation.message.NearestNames;
import io.lancang.federation.operation.message.Shortened;
import io.lancang.federation.operation.message.SourcePlaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields, arguments, input fields and enum values that the schema does not have, and the names that come closest. Walks
 * a document once; compares names only where an error is explained, of which few are.
 */
final class Suggestions {
    private final GraphQLSchema schema;
    private final boolean disclosed;
    private final Map<SourceLocation, Supplier<List<String>>> hints = new HashMap<>();
    private final Map<SourceLocation, Value<?>> literals = new HashMap<>();

    /**
     * @param disclosed whether clients may learn names from it
     */
    Suggestions(GraphQLSchema schema, Document document, boolean disclosed) {
        this.schema = schema;
        this.disclosed = disclosed;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            operation.getVariableDefinitions().forEach(this::visit);
            visit(operation.getSelectionSet(), OperationRootTypes.of(schema, operation));
        }
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            visit(
                    fragment.getSelectionSet(),
                    compositeType(fragment.getTypeCondition().getName()));
        }
    }

    /** The message of an error at a place, with what the client may have meant. */
    String explain(String message, SourceLocation place) {
        Value<?> literal = literals.get(place);
        String text = literal == null ? message : LiteralTexts.inGraphQL(message, literal);
        Supplier<List<String>> hint = disclosed ? hints.get(place) : null;
        List<String> near = hint == null ? List.of() : hint.get();
        return near.isEmpty() ? text : Shortened.message(text) + ". " + NearestNames.question(near);
    }

    private void visit(@Nullable SelectionSet set, @Nullable GraphQLCompositeType parent) {
        if (set == null || parent == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            switch (selection) {
                case Field field -> visit(field, parent);
                case InlineFragment fragment ->
                    visit(
                            fragment.getSelectionSet(),
                            fragment.getTypeCondition() == null
                                    ? parent
                                    : compositeType(fragment.getTypeCondition().getName()));
                default -> {
                    // A spread fragment is visited by its definition.
                }
            }
        }
    }

    private void visit(VariableDefinition variable) {
        if (variable.getDefaultValue() != null) {
            literals.put(SourcePlaces.of(variable), variable.getDefaultValue());
        }
    }

    private void visit(Field field, GraphQLCompositeType parent) {
        GraphQLFieldDefinition definition = definition(parent, field.getName());
        if (definition == null) {
            hint(field, () -> NearestNames.to(field.getName(), fields(parent)));
            return;
        }
        for (Argument argument : field.getArguments()) {
            literals.put(SourcePlaces.of(argument), argument.getValue());
            GraphQLArgument defined = definition.getArgument(argument.getName());
            hint(
                    argument,
                    () -> defined == null
                            ? NearestNames.to(argument.getName(), arguments(definition))
                            : NearestInLiteral.of(argument.getValue(), defined.getType()));
        }
        if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type) {
            visit(field.getSelectionSet(), type);
        }
    }

    private void hint(Node<?> node, Supplier<List<String>> near) {
        hints.put(SourcePlaces.of(node), near);
    }

    private static List<String> fields(GraphQLCompositeType type) {
        return type instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .toList()
                : List.of();
    }

    private static List<String> arguments(GraphQLFieldDefinition field) {
        return field.getArguments().stream().map(GraphQLArgument::getName).toList();
    }

    private @Nullable GraphQLFieldDefinition definition(GraphQLCompositeType parent, String field) {
        if (field.equals(Introspection.TypeNameMetaFieldDef.getName())) {
            return Introspection.TypeNameMetaFieldDef;
        }
        if (parent instanceof GraphQLObjectType object && object.equals(schema.getQueryType())) {
            if (field.equals(Introspection.SchemaMetaFieldDef.getName())) {
                return Introspection.SchemaMetaFieldDef;
            }
            if (field.equals(Introspection.TypeMetaFieldDef.getName())) {
                return Introspection.TypeMetaFieldDef;
            }
        }
        return parent instanceof GraphQLFieldsContainer container ? container.getFieldDefinition(field) : null;
    }

    private @Nullable GraphQLCompositeType compositeType(String name) {
        return schema.getType(name) instanceof GraphQLCompositeType type ? type : null;
    }
}
