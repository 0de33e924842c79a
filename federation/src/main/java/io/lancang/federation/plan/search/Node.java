package io.lancang.federation.plan.search;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The objects of a position as one step of the plan gets them from its subgraph. Owned by one planning run. */
public final class Node {
    private final Step step;
    private final Position position;
    private final String typeName;
    private final FieldSet provided;
    private final @Nullable Node parent;
    private final Map<Slot, Taken> taken = new LinkedHashMap<>();

    /**
     * A field that the step asks for.
     *
     * @param child the objects below; null for a leaf
     * @param demand of a leaf: when its value is needed
     */
    public record Taken(FieldAccess access, @Nullable Node child, Demand demand) {
        public Demand wholeDemand() {
            return child == null ? demand : child.wholeDemand();
        }
    }

    /**
     * The objects of a position, in a step.
     *
     * @param typeName their static type in the subgraph
     * @param provided fields that are at hand here though the subgraph has them as external
     * @param parent null for the entry of a step
     */
    Node(Step step, Position position, String typeName, FieldSet provided, @Nullable Node parent) {
        this.step = step;
        this.position = position;
        this.typeName = typeName;
        this.provided = provided;
        this.parent = parent;
    }

    public Step step() {
        return step;
    }

    public Position position() {
        return position;
    }

    public String typeName() {
        return typeName;
    }

    FieldSet provided() {
        return provided;
    }

    @Nullable
    Node parent() {
        return parent;
    }

    /** Whether it saw every object of its position, rather than those of one type that entered there. */
    boolean isArrival() {
        Step.Entry entry = step.entry();
        return parent != null || entry == null || entry.point().forWholePosition();
    }

    /**
     * Whether objects of a runtime type are among the node's objects: the entry of a step has those only that entered, whatever
     * its static type allows.
     */
    boolean holds(String runtimeType) {
        Step.Entry entry = parent == null ? step.entry() : null;
        return entry == null
                || entry.wantedType().equals(runtimeType)
                || entry.wantedType().equals(position.typeName());
    }

    /** Whether the step asks for the same field of all objects of an interface, those of the slot's type among them. */
    boolean asksForAll(Slot slot) {
        if (slot.parentType().equals(position.typeName())) {
            return false;
        }
        for (Slot other : position.slots(slot.name())) {
            if (other.parentType().equals(position.typeName())
                    && other.mergeKey().equals(slot.mergeKey())
                    && taken.containsKey(other)) {
                return true;
            }
        }
        return false;
    }

    /** Notes that a leaf which the node has taken is needed. */
    public void demand(Slot leaf, Demand demand) {
        Objects.requireNonNull(taken.get(leaf)).demand().addAll(demand);
    }

    /** When anything of the node is needed. */
    public Demand wholeDemand() {
        Demand whole = new Demand();
        for (Taken one : taken.values()) {
            whole.addAll(one.wholeDemand());
        }
        return whole;
    }

    /** What the step asks for of the objects; to be changed by {@link #take} and {@link #leave} only. */
    public Map<Slot, Taken> taken() {
        return taken;
    }

    void take(Slot slot, Taken added) {
        taken.put(slot, added);
    }

    /** Undoes a {@link #take}. */
    public void leave(Slot slot) {
        taken.remove(slot);
    }
}
