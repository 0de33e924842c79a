package io.lancang.federation.operation;

import graphql.language.BooleanValue;
import graphql.language.NonNullType;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.supergraph.JsonLiterals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Coerces what a client sends for its variables against the API schema. Immutable and safe to share. */
public final class Variables {
    private final InputCoercion coercion;

    public Variables(GraphQLSchema apiSchema) {
        this.coercion = new InputCoercion(apiSchema);
    }

    /** Values for the operation's variables, or one error for each variable that has a wrong one. Others are ignored. */
    public VariablesResult coerce(Operation operation, Map<String, ? extends @Nullable Object> sent) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<GraphQLError> errors = new ArrayList<>();
        for (VariableDefinition variable : operation.variables()) {
            try {
                coerce(variable, sent, values);
                checkIsNoEmptyCondition(variable, operation, values);
            } catch (InputCoercion.Mismatch e) {
                errors.add(GraphQLError.of(ErrorCode.BAD_USER_INPUT, "Variable $" + variable.getName() + e.getMessage())
                        .at(DocumentValidator.place(variable.getSourceLocation())));
            }
        }
        return errors.isEmpty() ? new VariablesResult.Coerced(values) : new VariablesResult.Refused(errors);
    }

    /** Whether a Boolean variable of the operation is true, be it by its default value. */
    public static boolean isTrue(Operation operation, String name, Map<String, ? extends @Nullable Object> sent) {
        if (sent.containsKey(name)) {
            return Boolean.TRUE.equals(sent.get(name));
        }
        return operation.variables().stream()
                .anyMatch(variable -> variable.getName().equals(name)
                        && variable.getDefaultValue() instanceof BooleanValue literal
                        && literal.isValue());
    }

    /** A variable with a default may stand where no null may be; then null must not be sent for it. */
    private static void checkIsNoEmptyCondition(
            VariableDefinition variable, Operation operation, Map<String, @Nullable Object> values)
            throws InputCoercion.Mismatch {
        String name = variable.getName();
        if (values.containsKey(name) && values.get(name) == null && decides(name, operation.selections())) {
            throw new InputCoercion.Mismatch(
                    " must not be null, because @include or @skip takes it; send true or false, or leave it out");
        }
    }

    private static boolean decides(String variable, SelectionSet selections) {
        return selections.selections().stream()
                .anyMatch(selection ->
                        selection.conditions().name(variable) || decides(variable, selection.selections()));
    }

    private void coerce(
            VariableDefinition variable,
            Map<String, ? extends @Nullable Object> sent,
            Map<String, @Nullable Object> values)
            throws InputCoercion.Mismatch {
        String name = variable.getName();
        if (sent.containsKey(name)) {
            values.put(name, coercion.coerce(variable.getType(), sent.get(name), ""));
        } else if (variable.getDefaultValue() != null) {
            Object literal = JsonLiterals.toJson(variable.getDefaultValue(), none -> null);
            values.put(name, coercion.coerce(variable.getType(), literal, ""));
        } else if (variable.getType() instanceof NonNullType) {
            throw new InputCoercion.Mismatch(
                    " needs a value of type " + TypeTexts.of(variable.getType()) + ", but none was sent");
        }
    }
}
