package io.lancang.federation.plan.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions and slots of a plan, made by hand for tests. */
public final class Slots {
    private Slots() {}

    /** The position below a slot that has one. */
    public static Position child(Slot slot) {
        Position child = slot.child();
        if (child == null) {
            throw new AssertionError(slot + " is a leaf");
        }
        return child;
    }

    /** A slot without arguments and conditions, at a position. */
    public static Slot slot(Position position, String type, String name, @Nullable String childType) {
        Slot slot = new Slot(position, type, name, List.of(), new Slot.Naming(name, name), 0, childType);
        position.add(slot);
        return slot;
    }
}
