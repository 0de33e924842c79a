package io.lancang.federation.plan;

import java.util.List;
import java.util.Set;

/** A part of a representation. */
public sealed interface RepresentationSelection {
    /**
     * A field that is copied from the merged tree.
     *
     * @param name the field's name in the representation
     * @param mergeKey where its value is in the merged tree
     * @param required whether null makes the object impossible to represent: true for key fields, false for
     *     {@code @requires}
     * @param fields parts of the value if it is an object or a list of objects; empty for a leaf
     */
    record Field(String name, String mergeKey, boolean required, List<RepresentationSelection> fields)
            implements RepresentationSelection {
        public Field {
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
