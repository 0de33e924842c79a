package io.lancang.federation.plan.tree;

import io.lancang.federation.plan.graph.Coordinate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the merged tree where objects stand. It knows what is needed there, and by which ways its objects may be had. Owned by
 * one planning run.
 */
public final class Position {
    private static final int NONE = -1;

    private final @Nullable Slot slot;
    private final String typeName;
    private final int depth;
    private final Numbers numbers;
    private final int number;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, List<Slot>> byField = new HashMap<>();
    private final Set<Way> closed = new HashSet<>(0);
    private Set<String> leftOut = Set.of();
    private int preferred = NONE;

    /** How many positions a tree has. */
    private static final class Numbers {
        private int next;
    }

    /**
     * A position below a slot.
     *
     * @param slot null for the root
     * @param typeName core of the type in the supergraph
     */
    public Position(@Nullable Slot slot, String typeName) {
        this.slot = slot;
        this.typeName = typeName;
        this.depth = slot == null ? 0 : slot.position().depth() + 1;
        this.numbers = slot == null ? new Numbers() : slot.position().numbers;
        this.number = numbers.next++;
    }

    @Nullable
    public Slot slot() {
        return slot;
    }

    /** The field that leads here; null for the root. */
    @Nullable
    Coordinate above() {
        return slot == null ? null : slot.coordinate();
    }

    public String typeName() {
        return typeName;
    }

    public int depth() {
        return depth;
    }

    /** Which of its tree's positions it is, from 0: what others keep of positions they find by it. */
    public int number() {
        return number;
    }

    public List<Slot> slots() {
        return slots;
    }

    /** The slots of fields of that name. */
    public List<Slot> slots(String field) {
        return byField.getOrDefault(field, List.of());
    }

    void add(Slot added) {
        slots.add(added);
        byField.computeIfAbsent(added.name(), name -> new ArrayList<>(1)).add(added);
    }

    /** Leaves a way out of the search; what was noted before does not know of it. */
    public void close(Way way) {
        closed.add(way);
    }

    /** Takes a way into the search again. */
    public void open(Way way) {
        closed.remove(way);
    }

    public boolean isOpen(Way way) {
        return !closed.contains(way);
    }

    /**
     * Has the objects come from one subgraph wherever that can be: others that have the field may have other objects in it, so
     * that what a client sees must not depend on which of them is cheaper.
     */
    void prefer(int subgraph) {
        preferred = subgraph;
    }

    /** Whether the objects had better come by the field of another subgraph. */
    public boolean isSecondChoice(int subgraph) {
        return preferred != NONE && preferred != subgraph;
    }

    /** Has nothing asked for that only objects of these types have. */
    void leaveOut(Set<String> types) {
        leftOut = Set.copyOf(types);
    }

    public boolean leavesOut(String type) {
        return leftOut.contains(type);
    }

    @Override
    public String toString() {
        return slot == null ? "" : slot.position() + "/" + slot.mergeKey();
    }
}
