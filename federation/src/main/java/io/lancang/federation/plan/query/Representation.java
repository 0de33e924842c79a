package io.lancang.federation.plan.query;

import io.lancang.federation.operation.Conditions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an object of the merged tree becomes a representation for {@code _entities}. An object that lacks one of the fields,
 * or has null where a key field is needed, cannot be represented and takes no part in the call.
 *
 * @param types runtime types to which this alternative applies; empty for any
 * @param typename the {@code __typename} to send: an interface's name where the subgraph knows the type only as an
 *     interface object, the object's own runtime type where null
 * @param fields what to send besides {@code __typename}
 * @param when objects of the alternative take part where any one of these holds; empty if they always do
 */
public record Representation(
        Set<String> types, @Nullable String typename, List<RepresentationSelection> fields, List<Conditions> when) {
    public Representation {
        types = Set.copyOf(types);
        fields = List.copyOf(fields);
        when = List.copyOf(when);
    }
}
