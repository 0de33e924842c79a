package io.lancang.federation.supergraph;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GraphQL literals as JSON values. */
public final class JsonLiterals {
    private JsonLiterals() {}

    /**
     * The literal as {@link String}, {@link Boolean}, {@code BigInteger}, {@code BigDecimal}, {@link List}, {@link Map} or
     * null. An enum value becomes its name.
     *
     * @param variables what stands for a variable in the literal
     */
    public static @Nullable Object toJson(Value<?> literal, Function<String, ? extends @Nullable Object> variables) {
        return switch (literal) {
            case NullValue none -> null;
            case StringValue text -> text.getValue();
            case BooleanValue truth -> truth.isValue();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case EnumValue name -> name.getName();
            case VariableReference variable -> variables.apply(variable.getName());
            case ArrayValue array -> {
                List<@Nullable Object> items = new ArrayList<>();
                array.getValues().forEach(item -> items.add(toJson(item, variables)));
                yield items;
            }
            case ObjectValue object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                object.getObjectFields()
                        .forEach(field -> fields.put(field.getName(), toJson(field.getValue(), variables)));
                yield fields;
            }
            default -> throw new IllegalArgumentException("unknown kind of literal: " + literal);
        };
    }
}
