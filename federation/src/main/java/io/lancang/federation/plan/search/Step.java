package io.lancang.federation.plan.search;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.EntryPoint;
import io.lancang.federation.plan.graph.Needs;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.Part;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry into one subgraph: root fields, or entities at one position. Steps become fetches when the search is over. Owned
 * by one planning run.
 */
public final class Step {
    private final Block block;
    private final int subgraph;
    private final int level;
    private final @Nullable Entry entry;
    private final Set<Input> inputs;
    private final Node root;

    /**
     * How the step enters by {@code _entities}.
     *
     * @param wantedType runtime type of the objects that enter; the position's own type if all do
     * @param needs what the fields need for which the step exists; nothing for other fields
     * @param key parts of the representation that identify the object
     * @param requirements parts of the representation that {@code requires} asks for
     */
    public record Entry(EntryPoint point, String wantedType, Needs needs, List<Part> key, List<Part> requirements) {}

    /** A value without which the step cannot be sent or not be placed, and the node that gets it. */
    public record Input(Node node, Slot slot, Purpose purpose) {}

    /** What a step needs a value for. */
    public enum Purpose {
        /** To be sent at all. */
        ENTRY,
        /** To answer the fields that need it. */
        REQUIREMENT
    }

    /**
     * A step that starts at a position.
     *
     * @param block what the step is for
     * @param level length of the longest chain of steps that it waits for
     * @param entry null for root fields
     * @param inputs what a representation or a context argument carries, or what decides which it is; of root fields below the root the type of
     *     the object that they belong to
     */
    Step(
            Block block,
            int subgraph,
            int level,
            Position position,
            String typeName,
            @Nullable Entry entry,
            Set<Input> inputs) {
        this.block = block;
        this.subgraph = subgraph;
        this.level = level;
        this.entry = entry;
        this.inputs = inputs;
        this.root = new Node(this, position, typeName, FieldSet.EMPTY, null);
    }

    public Block block() {
        return block;
    }

    public int subgraph() {
        return subgraph;
    }

    public int level() {
        return level;
    }

    @Nullable
    public Entry entry() {
        return entry;
    }

    /** When the fields are needed that need something themselves. */
    public Demand requiringDemand() {
        Demand demand = new Demand();
        for (Node.Taken taken : root.taken().values()) {
            if (!taken.access().needs().isNothing()) {
                demand.addAll(taken.wholeDemand());
            }
        }
        return demand;
    }

    public Set<Input> inputs() {
        return inputs;
    }

    public Node root() {
        return root;
    }
}
