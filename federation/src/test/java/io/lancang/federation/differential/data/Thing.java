package io.lancang.federation.differential.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object.
 *
 * @param id tells it from all others; no field
 * @param fields JSON values and {@link Ref}s, and lists of both
 */
public record Thing(String id, String type, Map<String, @Nullable Object> fields) {
    public Thing {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Thing with(String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Thing(id, type, changed);
    }
}
