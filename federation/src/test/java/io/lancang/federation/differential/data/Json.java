package io.lancang.federation.differential.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One text for each JSON value, whatever the order of an object's fields. */
public final class Json {
    private Json() {}

    public static String canonical(@Nullable Object value) {
        ByteSink sink = new ByteSink(64);
        JsonWriter.write(sorted(value), sink);
        return new String(sink.toByteArray(), UTF_8);
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                map.forEach((name, inner) -> sorted.put(String.valueOf(name), sorted(inner)));
                yield sorted;
            }
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.forEach(item -> items.add(sorted(item)));
                yield items;
            }
            case null -> null;
            default -> value;
        };
    }
}
