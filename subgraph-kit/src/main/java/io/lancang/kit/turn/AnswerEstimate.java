package io.lancang.kit.turn;

import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many values an answer is likely to have, before anything of it is known but the question: its fields, as often as the lists
 * around them have items by {@code @listSize}. It is no bound, and only to tell small questions from large ones.
 */
public final class AnswerEstimate {
    /** The one list of the graph that nobody declares: it has as many items as are asked for. */
    private static final String ENTITIES = "_entities";

    private static final String REPRESENTATIONS = "representations";
    /** Sums and products stay below it. */
    private static final long MOST = Integer.MAX_VALUE;

    private static final Lists NONE = new Lists(List.of(), 1);

    private final GraphQLSchema schema;
    private final ListSizes sizes;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;

    /** The lists of an object whose size the field says that gave the object. */
    private record Lists(Collection<?> names, long size) {}

    private AnswerEstimate(ExecutionContext operation, ListSizes sizes) {
        this.schema = operation.getGraphQLSchema();
        this.sizes = sizes;
        this.fragments = operation.getFragmentsByName();
        this.variables = operation.getCoercedVariables().toMap();
    }

    /** Reckons for the operations of one schema. Safe for any thread. */
    public static ToLongFunction<ExecutionContext> over(GraphQLSchema schema) {
        ListSizes sizes = new ListSizes(schema);
        return operation -> new AnswerEstimate(operation, sizes).inAll(operation.getOperationDefinition());
    }

    /** The operation is valid, and its fields are few, since each is looked at wherever it is spread. */
    private long inAll(OperationDefinition operation) {
        GraphQLCompositeType root = switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
        return in(operation.getSelectionSet(), root, NONE);
    }

    private long in(@Nullable SelectionSet selections, GraphQLCompositeType parent, Lists sized) {
        long sum = 0;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = Math.min(MOST, sum + in(selection, parent, sized));
            }
        }
        return sum;
    }

    private long in(Selection<?> selection, GraphQLCompositeType parent, Lists sized) {
        return switch (selection) {
            case Field field -> in(field, parent, sized);
            case InlineFragment inline ->
                in(inline.getSelectionSet(), narrowed(parent, inline.getTypeCondition()), sized);
            case FragmentSpread spread -> {
                FragmentDefinition fragment = fragments.get(spread.getName());
                yield fragment == null
                        ? 0
                        : in(fragment.getSelectionSet(), narrowed(parent, fragment.getTypeCondition()), sized);
            }
            default -> 0;
        };
    }

    private GraphQLCompositeType narrowed(GraphQLCompositeType parent, @Nullable TypeName condition) {
        return condition != null && schema.getType(condition.getName()) instanceof GraphQLCompositeType type
                ? type
                : parent;
    }

    private long in(Field field, GraphQLCompositeType parent, Lists sized) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        long own = size(field, definition);
        boolean isList = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        long items = isList ? (sized.names().contains(field.getName()) ? sized.size() : own) : 1;
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        long each = type instanceof GraphQLCompositeType inner
                ? 1
                        + in(
                                field.getSelectionSet(),
                                inner,
                                new Lists(sizes.of(definition).sized(), own))
                : 1;
        return Math.min(MOST, items * each);
    }

    private long size(Field field, GraphQLFieldDefinition definition) {
        if (field.getName().equals(ENTITIES)) {
            return argument(field, REPRESENTATIONS).orElse(1L);
        }
        long given = 0;
        for (Object name : sizes.of(definition).slicing()) {
            given = Math.max(given, argument(field, name).orElse(0L));
        }
        return given > 0 ? given : sizes.of(definition).assumed();
    }

    /** A number, or how many items there are in a list. */
    private Optional<Long> argument(Field field, Object name) {
        return field.getArguments().stream()
                .filter(argument -> argument.getName().equals(name))
                .map(Argument::getValue)
                .map(this::number)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Long> number(Value<?> value) {
        return switch (value) {
            case IntValue number -> Optional.of(number.getValue().longValue());
            case ArrayValue list -> Optional.of((long) list.getValues().size());
            case VariableReference variable ->
                switch (variables.get(variable.getName())) {
                    case Number number -> Optional.of(number.longValue());
                    case Collection<?> list -> Optional.of((long) list.size());
                    case null, default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }
}
