package io.lancang.federation.engine;

import graphql.language.Argument;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import io.lancang.federation.OperationType;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a client of a subscription can go on behind an event: each answer has the event's place, and the same operation takes a place
 * in a variable. Immutable.
 *
 * @param event key of the event in {@code data}
 * @param cursor key of its place in the event
 * @param variable that takes the place behind which events begin; of the type {@code ID} or {@code String}
 */
public record EventCursor(String event, String cursor, String variable) {
    private static final Set<String> TEXTS = Set.of("ID", "String");

    /** Of an operation; null if it is no subscription, or does not take and select a place. */
    static @Nullable EventCursor of(Operation operation, String argument, String field) {
        if (operation.type() != OperationType.SUBSCRIPTION) {
            return null;
        }
        // Validation leaves a subscription exactly one root field.
        FieldSelection event = first(operation.selections(), /* name= */ null);
        if (event == null) {
            return null;
        }
        String variable = variable(event, argument);
        FieldSelection cursor = first(event.selections(), field);
        return variable == null || cursor == null || !isText(operation, variable)
                ? null
                : new EventCursor(event.responseKey(), cursor.responseKey(), variable);
    }

    /** Whether the root field of a subscription is given a value of an argument that is not null, by its text or by a variable. */
    static boolean givesArgument(Operation operation, String argument, Map<String, @Nullable Object> variables) {
        FieldSelection event =
                operation.type() == OperationType.SUBSCRIPTION ? first(operation.selections(), /* name= */ null) : null;
        if (event == null) {
            return false;
        }
        for (Argument given : event.arguments()) {
            if (given.getName().equals(argument)) {
                return switch (given.getValue()) {
                    case NullValue _ -> false;
                    case VariableReference reference ->
                        variables.get(reference.getName()) != null || hasDefault(operation, reference.getName());
                    default -> true;
                };
            }
        }
        return false;
    }

    private static boolean hasDefault(Operation operation, String variable) {
        return operation.variables().stream()
                .anyMatch(definition -> definition.getName().equals(variable) && definition.getDefaultValue() != null);
    }

    private static @Nullable FieldSelection first(SelectionSet selections, @Nullable String name) {
        for (Selection selection : selections.selections()) {
            FieldSelection found = switch (selection) {
                case FieldSelection field -> name == null || name.equals(field.name()) ? field : null;
                case FragmentSelection fragment -> first(fragment.selections(), name);
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String variable(FieldSelection event, String argument) {
        for (Argument given : event.arguments()) {
            if (given.getName().equals(argument) && given.getValue() instanceof VariableReference reference) {
                return reference.getName();
            }
        }
        return null;
    }

    private static boolean isText(Operation operation, String variable) {
        for (VariableDefinition definition : operation.variables()) {
            if (definition.getName().equals(variable)) {
                Type<?> type = definition.getType();
                Type<?> inner = type instanceof NonNullType nonNull ? nonNull.getType() : type;
                return inner instanceof TypeName named && TEXTS.contains(named.getName());
            }
        }
        return false;
    }
}
