package io.lancang.federation.plan.search;

import io.lancang.federation.plan.tree.Slot;

/** The plan so far has no way to a slot; another choice may have one. */
final class UnreachableSlotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Slot slot;

    UnreachableSlotException(Slot slot) {
        super(slot.toString(), null, false, false);
        this.slot = slot;
    }

    Slot slot() {
        return slot;
    }
}
