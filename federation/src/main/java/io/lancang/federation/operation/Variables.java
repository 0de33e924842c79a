package io.lancang.federation.operation;

import graphql.language.BooleanValue;
import graphql.language.NonNullType;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.SchemaDisclosure;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.input.InputCoercion;
import io.lancang.federation.operation.input.InputPath;
import io.lancang.federation.operation.input.TypeTexts;
import io.lancang.federation.operation.message.ErrorList;
import io.lancang.federation.operation.message.SourcePlaces;
import io.lancang.federation.supergraph.JsonLiterals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Coerces what a client sends for its variables against the API schema. Immutable and safe to share. */
public final class Variables {
    private final InputCoercion coercion;
    private final int maxErrors;

    /** With the usual limits. */
    public Variables(GraphQLSchema apiSchema) {
        this(apiSchema, OperationLimits.DEFAULT, SchemaDisclosure.DEFAULT);
    }

    public Variables(GraphQLSchema apiSchema, OperationLimits limits, SchemaDisclosure disclosure) {
        this.coercion = new InputCoercion(apiSchema, limits, disclosure.suggestions());
        this.maxErrors = limits.maxErrors();
    }

    /**
     * Values for the operation's variables, or one error for each variable that has a wrong one, up to the greatest number.
     * Others are ignored.
     */
    public VariablesResult coerce(Operation operation, Map<String, ? extends @Nullable Object> sent) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ErrorList errors = new ErrorList(maxErrors);
        InputCoercion.Count count = new InputCoercion.Count();
        for (VariableDefinition variable : operation.variables()) {
            count.nextVariable();
            try {
                coerce(variable, sent, values, count);
                checkIsNoEmptyCondition(variable, operation, values);
            } catch (InputCoercion.Mismatch e) {
                errors.add(GraphQLError.of(ErrorCode.BAD_USER_INPUT, "Variable $" + variable.getName() + e.getMessage())
                        .at(SourcePlaces.of(variable)));
            } catch (InputCoercion.TooMuch e) {
                return new VariablesResult.Refused(
                        List.of(GraphQLError.of(ErrorCode.LIMIT_EXCEEDED, String.valueOf(e.getMessage()))));
            }
            if (errors.hasMore()) {
                break;
            }
        }
        return errors.isEmpty() ? new VariablesResult.Coerced(values) : new VariablesResult.Refused(errors.toList());
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
        if (values.containsKey(name)
                && values.get(name) == null
                && operation.conditions().contains(name)) {
            throw new InputCoercion.Mismatch(
                    " must not be null, because @include or @skip takes it; send true or false, or leave it out");
        }
    }

    private void coerce(
            VariableDefinition variable,
            Map<String, ? extends @Nullable Object> sent,
            Map<String, @Nullable Object> values,
            InputCoercion.Count count)
            throws InputCoercion.Mismatch, InputCoercion.TooMuch {
        String name = variable.getName();
        if (sent.containsKey(name)) {
            values.put(name, coercion.coerce(variable.getType(), sent.get(name), InputPath.ROOT, count));
        } else if (variable.getDefaultValue() != null) {
            Object literal = JsonLiterals.toJson(variable.getDefaultValue(), none -> null);
            values.put(name, coercion.coerce(variable.getType(), literal, InputPath.ROOT, count));
        } else if (variable.getType() instanceof NonNullType) {
            throw new InputCoercion.Mismatch(
                    " needs a value of type " + TypeTexts.of(variable.getType()) + ", but none was sent");
        }
    }
}
