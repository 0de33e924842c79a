package io.lancang.federation.compose.schema;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a literal is a value of an input type.
 *
 * @param types the types by name; a name without a type is taken as a custom scalar, which accepts every literal
 */
public record Literals(Function<String, @Nullable TypeElement> types) {

    /** Whether the literal is a value of the type; a variable is none of any. */
    public boolean fit(Value<?> value, Type<?> type) {
        if (value instanceof VariableReference) {
            return false;
        }
        if (type instanceof NonNullType nonNull) {
            return !(value instanceof NullValue) && fit(value, nonNull.getType());
        }
        if (value instanceof NullValue) {
            return true;
        }
        if (type instanceof ListType list) {
            return value instanceof ArrayValue array
                    ? array.getValues().stream().allMatch(item -> fit((Value<?>) item, list.getType()))
                    : fit(value, list.getType());
        }
        return fitNamed(value, TypeReferences.namedType(type));
    }

    private boolean fitNamed(Value<?> value, String name) {
        return switch (name) {
            case "Int" -> value instanceof IntValue number && number.getValue().bitLength() < Integer.SIZE;
            case "Float" -> value instanceof IntValue || value instanceof FloatValue;
            case "String" -> value instanceof StringValue;
            case "Boolean" -> value instanceof BooleanValue;
            case "ID" -> value instanceof StringValue || value instanceof IntValue;
            default ->
                switch (types.apply(name)) {
                    case EnumType symbols ->
                        value instanceof EnumValue symbol && symbols.values().containsKey(symbol.getName());
                    case InputType input -> value instanceof ObjectValue object && fitFields(object, input);
                    case null, default -> true;
                };
        };
    }

    private boolean fitFields(ObjectValue object, InputType input) {
        Map<String, Value<?>> given = object.getObjectFields().stream()
                .collect(Collectors.toMap(ObjectField::getName, ObjectField::getValue));
        return input.fields().keySet().containsAll(given.keySet())
                && input.fields().values().stream().allMatch(field -> {
                    Value<?> value = given.get(field.name());
                    return value == null ? !field.required() : fit(value, field.type());
                });
    }
}
