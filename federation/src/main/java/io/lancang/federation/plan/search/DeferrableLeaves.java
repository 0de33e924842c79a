package io.lancang.federation.plan.search;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.search.Option.Host;
import io.lancang.federation.plan.search.Option.Source;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Says which leaves of a block are asked for apart from what is answered before. Those of the primary block never are; of a
 * deferred block all but those that come at no cost with what is asked anyway: the type of the objects at which its fragment
 * stands, what another block or a key has asked for already, and the fields of a key, where a request for them would have to
 * know them. Owned by one planning run.
 */
final class DeferrableLeaves {
    private final PlanGraph graph;
    private final PlanState state;
    private final Block block;

    DeferrableLeaves(PlanGraph graph, PlanState state) {
        this.graph = graph;
        this.state = state;
        this.block = state.block();
    }

    /** Leaves with a lower number are to be planned first: what they require is then there for the others. */
    int order(Slot leaf) {
        boolean requires = !block.isPrimary()
                && !leaf.isTypename()
                && graph.accesses(leaf.parentType(), leaf.name()).stream()
                        .anyMatch(access -> access != null && !access.needs().isNothing());
        return requires ? 0 : 1;
    }

    boolean isApart(Slot leaf) {
        Position position = leaf.position();
        return !block.isPrimary()
                && !(leaf.isTypename() && block.places().contains(position))
                && state.at(position).nodes().stream()
                        .noneMatch(node -> node.taken().containsKey(leaf));
    }

    /**
     * Whether the way to a leaf begins with a key that contains the leaf already: because it is a part of it, or because it is
     * the type of the objects that enter.
     */
    static boolean needsItself(Host way) {
        if (way.slot().isTypename() && way.option().source() instanceof Source.Entering) {
            return true;
        }
        Deque<String> path = new ArrayDeque<>();
        Host host = way;
        while (true) {
            path.push(host.slot().name());
            switch (host.option().source()) {
                case Source.Through through -> host = through.host();
                case Source.Entering entering -> {
                    return contains(entering.point().key(), path.iterator());
                }
                case Source.Existing existing -> {
                    return false;
                }
                case Source.Root root -> {
                    return false;
                }
            }
        }
    }

    private static boolean contains(FieldSet fields, Iterator<String> path) {
        String name = path.next();
        for (FieldSetSelection selection : fields.selections()) {
            if (selection instanceof FieldSetSelection.Field field
                    && field.name().equals(name)) {
                return !path.hasNext() || contains(field.selections(), path);
            }
        }
        return false;
    }
}
