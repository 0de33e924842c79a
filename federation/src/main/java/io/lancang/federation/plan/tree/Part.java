package io.lancang.federation.plan.tree;

import java.util.List;
import java.util.Set;

/** A part of a representation while a plan is searched. */
public sealed interface Part {
    /** A value of the merged tree; {@code parts} is empty for a leaf. */
    record Value(Slot slot, List<Part> parts) implements Part {}

    /** Parts that are sent for some runtime types only. */
    record ForTypes(Set<String> types, List<Part> parts) implements Part {}
}
