package io.lancang.federation.describe;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constants of GraphQL as values of JSON. */
final class Literals {
    private Literals() {}

    static @Nullable Object json(Value<?> value) {
        return switch (value) {
            case NullValue none -> null;
            case BooleanValue each -> each.isValue();
            case IntValue each -> each.getValue();
            case FloatValue each -> each.getValue();
            case StringValue each -> each.getValue();
            case EnumValue each -> each.getName();
            case ArrayValue list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.getValues().forEach(item -> items.add(json(item)));
                yield items;
            }
            case ObjectValue object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), json(field.getValue()));
                }
                yield fields;
            }
            default -> throw new IllegalStateException("no constant of GraphQL: " + value);
        };
    }
}
