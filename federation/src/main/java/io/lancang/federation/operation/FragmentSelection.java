package io.lancang.federation.operation;

import org.jspecify.annotations.Nullable;

/**
 * A fragment, inlined.
 *
 * @param typeCondition name of the object, interface or union type to which the fragment applies
 * @param deferral whether what it selects may come later than the rest; null if not
 */
public record FragmentSelection(
        String typeCondition,
        Conditions conditions,
        @Nullable Deferral deferral,
        SelectionSet selections) implements Selection {
    /** A fragment that comes with the rest. */
    public FragmentSelection(String typeCondition, Conditions conditions, SelectionSet selections) {
        this(typeCondition, conditions, null, selections);
    }
}
