package io.lancang.federation.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type as one subgraph knows it.
 *
 * @param keys empty if it is no entity there
 * @param fields by name; empty for types without fields
 * @param possibleTypes names of the object types of which its values can be in this subgraph: itself for an object type
 */
public record SubgraphType(
        String name, TypeKind kind, List<Key> keys, Map<String, SubgraphField> fields, Set<String> possibleTypes) {
    public SubgraphType {
        keys = List.copyOf(keys);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        possibleTypes = Collections.unmodifiableSet(new LinkedHashSet<>(possibleTypes));
    }

    /** The field of that name, or null if this subgraph's type has none. */
    public @Nullable SubgraphField field(String fieldName) {
        return fields.get(fieldName);
    }
}
