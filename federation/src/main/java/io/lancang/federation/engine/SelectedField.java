package io.lancang.federation.engine;

import java.util.List;
import java.util.Set;

/**
 * A field that an operation selects. Fragments are inlined, so that fields of several types may share a key.
 *
 * @param key under which it is in the answer: the alias, or the name
 * @param coordinates which field of the API schema it is, {@code Type.field}; of an interface, that of each type that implements it
 *     as well
 * @param fields selected below it
 */
public record SelectedField(String key, Set<String> coordinates, List<SelectedField> fields) {
    public SelectedField {
        coordinates = Set.copyOf(coordinates);
        fields = List.copyOf(fields);
    }
}
