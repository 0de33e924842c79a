package io.lancang.federation.describe;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the graph says of the places in which a document uses its variables: arguments, and fields of input objects. */
final class VariableUses {
    private final GraphQLSchema schema;
    private final Document document;
    private final Map<String, String> descriptions = new HashMap<>();
    private final Set<String> fragmentsSeen = new HashSet<>();

    private VariableUses(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.document = document;
    }

    /**
     * The description of the first place of each variable that has one, by the variable's name.
     *
     * @param document valid in the schema
     */
    static Map<String, String> of(GraphQLSchema schema, Document document) {
        VariableUses uses = new VariableUses(schema, document);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            uses.note(
                    switch (operation.getOperation()) {
                        case QUERY -> schema.getQueryType();
                        case MUTATION -> schema.getMutationType();
                        case SUBSCRIPTION -> schema.getSubscriptionType();
                    },
                    operation.getSelectionSet());
        }
        return Map.copyOf(uses.descriptions);
    }

    private void note(@Nullable GraphQLType parent, @Nullable SelectionSet selections) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> note(parent, field);
                case InlineFragment fragment ->
                    note(
                            fragment.getTypeCondition() == null
                                    ? parent
                                    : schema.getType(fragment.getTypeCondition().getName()),
                            fragment.getSelectionSet());
                case FragmentSpread spread -> noteFragment(spread.getName());
                default -> throw new IllegalStateException("no selection of GraphQL: " + selection);
            }
        }
    }

    private void noteFragment(String name) {
        if (fragmentsSeen.add(name)) {
            document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .filter(fragment -> fragment.getName().equals(name))
                    .forEach(fragment ->
                            note(schema.getType(fragment.getTypeCondition().getName()), fragment.getSelectionSet()));
        }
    }

    private void note(@Nullable GraphQLType parent, Field field) {
        GraphQLFieldDefinition definition = parent instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinition(field.getName())
                : null;
        if (definition == null) {
            // A meta field such as __typename, which takes nothing and has nothing below it that takes a variable.
            return;
        }
        for (Argument argument : field.getArguments()) {
            GraphQLArgument declared = definition.getArgument(argument.getName());
            note(argument.getValue(), declared.getType(), declared.getDescription());
        }
        note(GraphQLTypeUtil.unwrapAll(definition.getType()), field.getSelectionSet());
    }

    private void note(Value<?> value, GraphQLType type, @Nullable String description) {
        switch (value) {
            case VariableReference variable -> {
                if (description != null && !description.isBlank()) {
                    descriptions.putIfAbsent(variable.getName(), description.strip());
                }
            }
            case ArrayValue list -> list.getValues().forEach(each -> note(each, type, description));
            case ObjectValue object
            when GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input -> {
                for (ObjectField field : object.getObjectFields()) {
                    GraphQLInputObjectField declared = input.getFieldDefinition(field.getName());
                    note(field.getValue(), declared.getType(), declared.getDescription());
                }
            }
            default -> {
                // Says all by itself.
            }
        }
    }
}
