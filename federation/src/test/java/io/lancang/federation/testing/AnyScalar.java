package io.lancang.federation.testing;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scalar that takes any JSON value: {@code _Any}, and every custom scalar of a test. */
final class AnyScalar implements Coercing<Object, Object> {
    private AnyScalar() {}

    static GraphQLScalarType named(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new AnyScalar())
                .build();
    }

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
        return result;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        return input;
    }

    @Override
    @SuppressWarnings("NullAway") // null is JSON, whatever the interface says
    public Object parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return json(literal, variables);
    }

    private static @Nullable Object json(Value<?> literal, CoercedVariables variables) {
        return switch (literal) {
            case StringValue text -> text.getValue();
            case BooleanValue bool -> bool.isValue();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case EnumValue constant -> constant.getName();
            case NullValue nothing -> null;
            case VariableReference variable -> variables.get(variable.getName());
            case ArrayValue array ->
                array.getValues().stream()
                        .map(element -> json(element, variables))
                        .toList();
            case ObjectValue object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), json(field.getValue(), variables));
                }
                yield fields;
            }
            default -> throw new IllegalArgumentException("no literal: " + literal);
        };
    }
}
