package io.lancang.federation.plan.tree;

import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.MergeKeys;
import java.util.List;
import java.util.Objects;

/**
 * An object is part of the answer even where none of its fields is: they may all be excluded, or belong to other runtime types. Its
 * {@code __typename} is then what brings it, as its type where the client sees that, otherwise as its presence.
 */
final class ProveExistence {
    private final PlanGraph graph;
    private final ClientSlots slots;

    ProveExistence(PlanGraph graph, ClientSlots slots) {
        this.graph = graph;
        this.slots = slots;
    }

    /** Adds what is missing to positions that are there already. */
    void apply() {
        for (Slot slot : List.copyOf(slots.inOrder())) {
            Position child = slot.child();
            if (child != null) {
                prove(slot, child);
            }
        }
    }

    private void prove(Slot slot, Position child) {
        boolean isAsked = isToBeAsked(child);
        slot.demandByBlock().forEach((block, demand) -> {
            if (isAsked || !isProven(slot, child, block, demand)) {
                Slot typename = slots.typename(child, isAsked ? TypenameField.NAME : presence(child));
                demand.alternatives().forEach(conditions -> typename.demand(block, conditions));
            }
        });
    }

    /** Where the {@code __typename} goes that shows that objects are there; those of an object type have one at most. */
    private String presence(Position position) {
        return graph.isAbstract(position.typeName()) ? MergeKeys.PRESENCE : TypenameField.NAME;
    }

    /** Whether what the client sees of objects depends on their types. */
    private boolean isToBeAsked(Position position) {
        String typeName = position.typeName();
        boolean alike = graph.supergraph().allowsUnknownType(typeName)
                && position.slots().stream()
                        .allMatch(
                                slot -> !slot.isTypename() && slot.parentType().equals(typeName));
        return graph.isAbstract(typeName) && !alike;
    }

    /** Whether something that a block or one around it selects shows that the objects of a slot are there. */
    private static boolean isProven(Slot slot, Position child, Block block, Demand demand) {
        Demand below = new Demand();
        child.slots().stream()
                .filter(one -> one.parentType().equals(child.typeName()))
                .map(one -> one.demandByBlock().get(block))
                .filter(Objects::nonNull)
                .forEach(below::addAll);
        if (below.coversAll(demand)) {
            return true;
        }
        for (Block around = block.parent(); around != null; around = around.parent()) {
            Demand earlier = slot.demandByBlock().get(around);
            if (earlier != null && earlier.coversAll(demand)) {
                return true;
            }
        }
        return false;
    }
}
