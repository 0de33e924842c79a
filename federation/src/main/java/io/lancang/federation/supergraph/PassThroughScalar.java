package io.lancang.federation.supergraph;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A custom scalar's values pass the router untouched: only the subgraphs know what is valid. Numbers stay exact. */
final class PassThroughScalar implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
        return result;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        return input;
    }

    @Override
    @SuppressWarnings("NullAway") // null is a value of a scalar that takes any JSON, whatever the interface says
    public Object parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return JsonLiterals.toJson(literal, variables::get);
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the interface is raw here
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return switch (input) {
            case String text -> StringValue.of(text);
            case Boolean truth -> BooleanValue.of(truth);
            case Number number when isIntegral(number) -> new IntValue(new BigInteger(number.toString()));
            case Number number -> new FloatValue(new BigDecimal(number.toString()));
            case List list ->
                ArrayValue.newArrayValue()
                        .values(((List<Object>) list)
                                .stream()
                                        .<Value>map(item -> valueToLiteral(item, context, locale))
                                        .toList())
                        .build();
            case Map map -> objectLiteral((Map<String, Object>) map, context, locale);
            default -> throw new IllegalArgumentException("no JSON value: " + input.getClass());
        };
    }

    private ObjectValue objectLiteral(Map<String, Object> map, GraphQLContext context, Locale locale) {
        List<ObjectField> fields = new ArrayList<>();
        map.forEach((name, value) -> fields.add(new ObjectField(name, valueToLiteral(value, context, locale))));
        return ObjectValue.newObjectValue().objectFields(fields).build();
    }

    private static boolean isIntegral(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof BigInteger;
    }
}
