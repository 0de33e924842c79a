package io.lancang.federation.differential.run;

import io.lancang.federation.differential.data.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The mutations that were carried out, in order, whoever did. Thread-safe. */
final class Journal {
    private final List<String> entries = new CopyOnWriteArrayList<>();

    void add(String field, Map<String, @Nullable Object> arguments) {
        entries.add(field + Json.canonical(arguments));
    }

    void clear() {
        entries.clear();
    }

    List<String> entries() {
        return List.copyOf(entries);
    }
}
