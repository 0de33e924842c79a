package io.lancang.federation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes positions as paths of the merged tree. */
final class Paths {
    private Paths() {}

    static List<PathStep> of(Position position) {
        Slot slot = position.slot();
        if (slot == null) {
            return List.of();
        }
        List<PathStep> path = new ArrayList<>(of(slot.position()));
        boolean everyType = slot.parentType().equals(slot.position().typeName());
        path.add(new PathStep(everyType ? Set.of() : Set.of(slot.parentType()), slot.mergeKey()));
        return path;
    }
}
