package io.lancang.federation.compose.schema;

import graphql.language.ArrayValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values where a list is taken. GraphQL lets a single value stand for the list that holds it alone. */
public final class ListItems {

    private ListItems() {}

    /** The items; none where there is no value. */
    public static List<Value<?>> of(@Nullable Value<?> value) {
        List<Value<?>> items = new ArrayList<>();
        if (value instanceof ArrayValue array) {
            array.getValues().forEach(items::add);
        } else if (value != null) {
            items.add(value);
        }
        return items;
    }

    /** The strings among the items. */
    public static List<String> texts(@Nullable Value<?> value) {
        return of(value).stream()
                .filter(StringValue.class::isInstance)
                .map(item -> ((StringValue) item).getValue())
                .toList();
    }
}
