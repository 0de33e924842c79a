package io.lancang.federation.plan;

import io.lancang.federation.fieldset.FieldSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry into one subgraph: root fields, or entities at one position. Steps become fetches when the search is over. Owned
 * by one planning run.
 */
final class Step {
    private final int subgraph;
    private final int level;
    private final @Nullable Entry entry;
    private final Node root;

    /**
     * How the step enters by {@code _entities}.
     *
     * @param wantedType runtime type of the objects that enter; the position's own type if all do
     * @param requires what the fields require for which the step exists; empty for other fields
     * @param key parts of the representation that identify the object
     * @param requirements parts of the representation that {@code requires} asks for
     * @param inputs where the parts' values come from
     */
    record Entry(
            EntryPoint point,
            String wantedType,
            FieldSet requires,
            List<Part> key,
            List<Part> requirements,
            Set<Input> inputs) {}

    /** A value that a representation carries, or that decides which it is, and the node that gets it. */
    record Input(Node node, Slot slot) {}

    /**
     * A step that starts at a position.
     *
     * @param level length of the longest chain of steps that it waits for
     * @param entry null for root fields
     */
    Step(int subgraph, int level, Position position, String typeName, @Nullable Entry entry) {
        this.subgraph = subgraph;
        this.level = level;
        this.entry = entry;
        this.root = new Node(this, position, typeName, FieldSet.EMPTY, null);
    }

    int subgraph() {
        return subgraph;
    }

    int level() {
        return level;
    }

    @Nullable
    Entry entry() {
        return entry;
    }

    Node root() {
        return root;
    }
}
