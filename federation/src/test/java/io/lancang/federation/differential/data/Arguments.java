package io.lancang.federation.differential.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What arguments make of a value: a list becomes shorter by {@code first}, a text names all of them. */
final class Arguments {
    private Arguments() {}

    static @Nullable Object apply(@Nullable Object value, Map<String, @Nullable Object> arguments) {
        return switch (value) {
            case List<?> items
            when arguments.get("first") instanceof Number first ->
                items.subList(0, Math.clamp(first.longValue(), 0, items.size()));
            case String text when !arguments.isEmpty() -> text + Json.canonical(arguments);
            case null -> null;
            default -> value;
        };
    }
}
