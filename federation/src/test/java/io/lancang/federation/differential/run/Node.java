package io.lancang.federation.differential.run;

import io.lancang.federation.differential.data.Thing;
import io.lancang.federation.fieldset.FieldSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A thing where a subgraph holds it.
 *
 * @param type the type that it has there
 * @param provided the external fields that can be had here
 * @param representation what came with the request for it; nothing if the subgraph found it by itself
 */
record Node(Thing thing, String type, FieldSet provided, Map<String, @Nullable Object> representation) {
    private static final String KEY = "#node";

    /** As subgraphs in memory pass objects on. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new HashMap<>();
        map.put("__typename", type);
        map.put(KEY, this);
        return map;
    }

    static Node of(Map<String, Object> source) {
        return (Node) Objects.requireNonNull(source.get(KEY));
    }
}
