package io.lancang.federation.operation;

import graphql.introspection.Introspection;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns an operation of a valid document into an {@link Operation}. */
final class OperationNormaliser {
    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();

    OperationNormaliser(GraphQLSchema schema, Document document) {
        this.schema = schema;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    Operation normalise(OperationDefinition definition) {
        GraphQLObjectType root = Objects.requireNonNull(RootTypes.of(schema, definition));
        OperationType type = switch (definition.getOperation()) {
            case QUERY -> OperationType.QUERY;
            case MUTATION -> OperationType.MUTATION;
            case SUBSCRIPTION -> OperationType.SUBSCRIPTION;
        };
        return new Operation(
                type,
                definition.getName(),
                definition.getVariableDefinitions(),
                root.getName(),
                convert(definition.getSelectionSet(), root));
    }

    private SelectionSet convert(graphql.language.@Nullable SelectionSet set, GraphQLCompositeType parent) {
        if (set == null) {
            return SelectionSet.EMPTY;
        }
        List<Selection> selections = new ArrayList<>();
        for (graphql.language.Selection<?> selection : set.getSelections()) {
            Conditions conditions = conditions((DirectivesContainer<?>) selection);
            if (conditions != null) {
                selections.add(convert(selection, parent, conditions));
            }
        }
        return new SelectionSet(selections);
    }

    private Selection convert(
            graphql.language.Selection<?> selection, GraphQLCompositeType parent, Conditions conditions) {
        return switch (selection) {
            case Field field -> convert(field, parent, conditions);
            case InlineFragment fragment -> {
                GraphQLCompositeType type = fragment.getTypeCondition() == null
                        ? parent
                        : type(fragment.getTypeCondition().getName());
                yield new FragmentSelection(type.getName(), conditions, convert(fragment.getSelectionSet(), type));
            }
            case FragmentSpread spread -> {
                FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                GraphQLCompositeType type = type(fragment.getTypeCondition().getName());
                yield new FragmentSelection(type.getName(), conditions, convert(fragment.getSelectionSet(), type));
            }
            default -> throw new IllegalArgumentException("unknown kind of selection: " + selection);
        };
    }

    private FieldSelection convert(Field field, GraphQLCompositeType parent, Conditions conditions) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        SelectionSet selections = GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type
                ? convert(field.getSelectionSet(), type)
                : SelectionSet.EMPTY;
        return new FieldSelection(
                field.getResultKey(),
                field.getName(),
                parent.getName(),
                TypeReferences.of(definition.getType()),
                field.getArguments(),
                conditions,
                selections);
    }

    private GraphQLCompositeType type(String name) {
        return (GraphQLCompositeType) Objects.requireNonNull(schema.getType(name));
    }

    /** Null if the selection can never take part. */
    private static @Nullable Conditions conditions(DirectivesContainer<?> selection) {
        Conditions conditions = Conditions.NONE;
        for (Directive directive : selection.getDirectives()) {
            boolean include = directive.getName().equals("include");
            if (!include && !directive.getName().equals("skip")) {
                continue;
            }
            switch (directive.getArgument("if").getValue()) {
                case BooleanValue literal -> {
                    if (literal.isValue() != include) {
                        return null;
                    }
                }
                case VariableReference variable -> {
                    Set<String> names = Set.of(variable.getName());
                    conditions =
                            conditions.and(include ? new Conditions(names, Set.of()) : new Conditions(Set.of(), names));
                }
                default -> throw new IllegalArgumentException("a condition that validation should have refused");
            }
        }
        return conditions;
    }
}
