package io.lancang.federation.execute.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Shape} while it is being gathered from the parts of a plan. Not thread-safe. */
public final class ShapeDraft {
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    private static final class Slot {
        private @Nullable ShapeDraft child;
        private final Set<Integer> writers = new HashSet<>();
    }

    /** Makes sure that there is a slot, which somebody reads. */
    public void read(String mergeKey) {
        slot(mergeKey);
    }

    /** Makes sure that there is a slot, which the selections with the number {@code writer} fill. */
    public void write(String mergeKey, int writer) {
        slot(mergeKey).writers.add(writer);
    }

    /** The shape of the objects in a slot. */
    public ShapeDraft child(String mergeKey) {
        Slot slot = slot(mergeKey);
        if (slot.child == null) {
            slot.child = new ShapeDraft();
        }
        return slot.child;
    }

    /** The finished shape. */
    public Shape freeze() {
        List<String> mergeKeys = new ArrayList<>(slots.keySet());
        @Nullable Shape[] children = new Shape[mergeKeys.size()];
        boolean[] writtenOnce = new boolean[mergeKeys.size()];
        int index = 0;
        for (Slot slot : slots.values()) {
            children[index] = slot.child == null ? null : slot.child.freeze();
            writtenOnce[index] = slot.writers.size() <= 1;
            index++;
        }
        return new Shape(mergeKeys, children, writtenOnce);
    }

    private Slot slot(String mergeKey) {
        return slots.computeIfAbsent(mergeKey, key -> new Slot());
    }
}
