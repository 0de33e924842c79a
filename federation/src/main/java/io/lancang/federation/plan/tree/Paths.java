package io.lancang.federation.plan.tree;

import io.lancang.federation.plan.query.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways from the root of the merged tree to its positions. */
public final class Paths {
    private Paths() {}

    /** Written as steps. */
    public static List<PathStep> of(Position position) {
        Slot slot = position.slot();
        if (slot == null) {
            return List.of();
        }
        List<PathStep> path = new ArrayList<>(of(slot.position()));
        boolean everyType = slot.parentType().equals(slot.position().typeName());
        path.add(new PathStep(everyType ? Set.of() : Set.of(slot.parentType()), slot.mergeKey()));
        return path;
    }

    /** The response keys on the way to a field, its own included. */
    static List<Object> keys(Slot last) {
        List<Object> keys = new ArrayList<>();
        for (Slot slot = last; slot != null; slot = slot.position().slot()) {
            keys.addFirst(slot.naming().alias());
        }
        return keys;
    }

    /** The fields on the way to a field, itself included, that are meant for objects of one of the possible types only. */
    public static List<Slot> narrowing(@Nullable Slot last) {
        List<Slot> narrowing = new ArrayList<>();
        for (Slot slot = last; slot != null; slot = slot.position().slot()) {
            if (!slot.parentType().equals(slot.position().typeName())) {
                narrowing.add(slot);
            }
        }
        return narrowing;
    }
}
