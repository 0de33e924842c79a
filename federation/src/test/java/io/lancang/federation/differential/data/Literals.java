package io.lancang.federation.differential.data;

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
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON that a literal stands for. */
final class Literals {
    private Literals() {}

    static @Nullable Object json(Value<?> literal) {
        return switch (literal) {
            case StringValue text -> text.getValue();
            case EnumValue constant -> constant.getName();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case BooleanValue bool -> bool.isValue();
            case NullValue nothing -> null;
            case ArrayValue array ->
                array.getValues().stream().map(Literals::json).toList();
            case ObjectValue object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), json(field.getValue()));
                }
                yield fields;
            }
            default -> throw new IllegalArgumentException("no constant: " + literal);
        };
    }
}
