package io.lancang.federation.plan.query;

import io.lancang.federation.operation.Conditions;
import java.util.List;
import java.util.Set;

/** A part of a representation. */
public sealed interface RepresentationSelection {
    /**
     * A field that is copied from the merged tree.
     *
     * @param name the field's name in the representation
     * @param mergeKey where its value is in the merged tree
     * @param required whether the object cannot be represented without a value: true for key fields and for fields of
     *     {@code @requires} that are never null; otherwise null is sent where there is no value
     * @param when the field is sent where any one of these holds; empty if it always is
     * @param fields parts of the value if it is an object or a list of objects; empty for a leaf
     */
    record Field(
            String name, String mergeKey, boolean required, List<Conditions> when, List<RepresentationSelection> fields)
            implements RepresentationSelection {
        public Field {
            when = List.copyOf(when);
            fields = List.copyOf(fields);
        }
    }

    /** Parts that are sent only for some runtime types. */
    record Fragment(Set<String> types, List<RepresentationSelection> fields) implements RepresentationSelection {
        public Fragment {
            types = Set.copyOf(types);
            fields = List.copyOf(fields);
        }
    }
}
