package io.lancang.federation.plan.tree;

import io.lancang.federation.plan.graph.PlanGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives fields places of their own in the merged tree that clients may call alike since no object has both: an interface
 * object cannot tell of which type its objects are, so that it answers both for each of them.
 */
final class MoveApart {
    private final PlanGraph graph;
    private final Map<Place, List<Slot>> settled = new HashMap<>();

    private MoveApart(PlanGraph graph) {
        this.graph = graph;
    }

    private record Place(Position position, String mergeKey) {}

    /**
     * Changes the merge keys of slots.
     *
     * @param slots all that the client selects
     */
    static void apply(PlanGraph graph, List<Slot> slots) {
        MoveApart rule = new MoveApart(graph);
        slots.forEach(rule::settle);
    }

    private void settle(Slot slot) {
        List<Slot> there =
                settled.computeIfAbsent(new Place(slot.position(), slot.mergeKey()), place -> new ArrayList<>(1));
        if (there.stream().anyMatch(other -> slot.clashesWith(other) && (isForAll(slot) || isForAll(other)))) {
            slot.moveApart();
        } else {
            there.add(slot);
        }
    }

    /** Whether a subgraph answers the field for objects of whatever type. */
    private boolean isForAll(Slot slot) {
        return !slot.isTypename()
                && graph.accesses(slot.parentType(), slot.name()).stream()
                        .anyMatch(access -> access != null && !access.hostType().equals(slot.parentType()));
    }
}
