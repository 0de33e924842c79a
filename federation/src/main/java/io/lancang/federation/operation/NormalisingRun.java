package io.lancang.federation.operation;

import graphql.Directives;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.lancang.federation.OperationType;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.operation.document.OperationRootTypes;
import io.lancang.federation.operation.input.FieldTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns one operation of a valid document into an {@link Operation}. */
final class NormalisingRun {
    private final GraphQLSchema schema;
    private final FieldTypes types;
    private final TimeBudget budget;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final List<Deferral> deferrals = new ArrayList<>();
    private final List<StreamedList> streams = new ArrayList<>();
    /** Response keys from the root to the field that is converted. */
    private final List<String> path = new ArrayList<>();

    private final Set<String> conditionVariables = new HashSet<>();

    NormalisingRun(GraphQLSchema schema, FieldTypes types, Document document, TimeBudget budget) {
        this.schema = schema;
        this.types = types;
        this.budget = budget;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    Operation normalise(OperationDefinition definition) {
        GraphQLObjectType root = Objects.requireNonNull(OperationRootTypes.of(schema, definition));
        OperationType type = switch (definition.getOperation()) {
            case QUERY -> OperationType.QUERY;
            case MUTATION -> OperationType.MUTATION;
            case SUBSCRIPTION -> OperationType.SUBSCRIPTION;
        };
        SelectionSet selections = convert(definition.getSelectionSet(), root);
        return new Operation(
                type,
                definition.getName(),
                definition.getVariableDefinitions(),
                root.getName(),
                selections,
                deferrals,
                streams,
                conditionVariables);
    }

    private SelectionSet convert(graphql.language.@Nullable SelectionSet set, GraphQLCompositeType parent) {
        if (set == null) {
            return SelectionSet.EMPTY;
        }
        List<Selection> selections = new ArrayList<>();
        for (graphql.language.Selection<?> selection : set.getSelections()) {
            budget.step();
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
                yield convert(fragment, type, fragment.getSelectionSet(), conditions);
            }
            case FragmentSpread spread -> {
                FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                GraphQLCompositeType type = type(fragment.getTypeCondition().getName());
                yield convert(spread, type, fragment.getSelectionSet(), conditions);
            }
            default -> throw new IllegalArgumentException("unknown kind of selection: " + selection);
        };
    }

    private FragmentSelection convert(
            DirectivesContainer<?> fragment,
            GraphQLCompositeType type,
            graphql.language.SelectionSet set,
            Conditions conditions) {
        // Its id comes before those of the deferrals in it.
        Deferral deferral = deferral(fragment);
        return new FragmentSelection(type.getName(), conditions, deferral, convert(set, type));
    }

    private @Nullable Deferral deferral(DirectivesContainer<?> fragment) {
        for (Directive directive : fragment.getDirectives(Directives.DeferDirective.getName())) {
            Argument condition = directive.getArgument("if");
            if (condition == null || !(condition.getValue() instanceof BooleanValue literal) || literal.isValue()) {
                String variable = condition != null && condition.getValue() instanceof VariableReference reference
                        ? reference.getName()
                        : null;
                Argument label = directive.getArgument("label");
                String text =
                        label != null && label.getValue() instanceof StringValue string ? string.getValue() : null;
                Deferral deferral = new Deferral(deferrals.size(), text, variable);
                deferrals.add(deferral);
                return deferral;
            }
        }
        return null;
    }

    private FieldSelection convert(Field field, GraphQLCompositeType parent, Conditions conditions) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        path.add(field.getResultKey());
        StreamedList streamed = StreamedList.of(field, path);
        if (streamed != null && streams.size() < Operation.MAX_STREAMS) {
            streams.add(streamed);
        }
        SelectionSet selections = GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type
                ? convert(field.getSelectionSet(), type)
                : SelectionSet.EMPTY;
        path.removeLast();
        return new FieldSelection(
                field.getResultKey(),
                field.getName(),
                parent.getName(),
                types.of(definition),
                field.getArguments(),
                conditions,
                selections);
    }

    private GraphQLCompositeType type(String name) {
        return (GraphQLCompositeType) Objects.requireNonNull(schema.getType(name));
    }

    /** Null if the selection can never take part. */
    private @Nullable Conditions conditions(DirectivesContainer<?> selection) {
        Conditions conditions = Conditions.NONE;
        for (Directive directive : selection.getDirectives()) {
            boolean include = directive.getName().equals("include");
            if (!include && !directive.getName().equals("skip")) {
                continue;
            }
            switch (Objects.requireNonNull(directive.getArgument("if"), "the document is valid")
                    .getValue()) {
                case BooleanValue literal -> {
                    if (literal.isValue() != include) {
                        return null;
                    }
                }
                case VariableReference variable -> {
                    conditionVariables.add(variable.getName());
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
