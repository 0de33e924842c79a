package io.lancang.federation.plan.query;

import java.util.List;
import java.util.Set;

/**
 * Where the value of a {@link ContextVariable} can come from.
 *
 * @param depth how many steps of the call's path lead from the root to the object above
 * @param types runtime types of that object to which the source applies; empty for any
 * @param unwrapped how many levels of {@code fields} only lead to the value, so that it is that of the innermost of them; 0 if
 *     the fields make an input object
 * @param fields of the object above; if there are none, the value is null
 */
public record ContextSource(int depth, Set<String> types, int unwrapped, List<RepresentationSelection> fields) {
    public ContextSource {
        types = Set.copyOf(types);
        fields = List.copyOf(fields);
    }
}
