package io.lancang.federation.plan.search;

import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.tree.Paths;
import io.lancang.federation.plan.tree.Slot;
import java.util.Comparator;

/**
 * In which order a search places the leaves of a block: those with the least choice first, so that what is asked in any case is known
 * when there is a choice.
 */
final class LeafOrder {
    private final PlanGraph graph;
    private final DeferrableLeaves deferrable;

    LeafOrder(PlanGraph graph, DeferrableLeaves deferrable) {
        this.graph = graph;
        this.deferrable = deferrable;
    }

    Comparator<Slot> comparator() {
        return Comparator.comparingInt(deferrable::order)
                .thenComparing(this::hasChoiceOfRoot)
                .thenComparingInt(this::choices)
                .thenComparing(Comparator.comparing(this::requires).reversed())
                .thenComparingInt(leaf -> leaf.position().depth())
                // What every object has brings what objects of one type have.
                .thenComparingInt(leaf -> Paths.narrowing(leaf).size())
                .thenComparingInt(Slot::order);
    }

    /** Where one subgraph alone has the root field it is asked in any case, and may have more of what is needed. */
    private boolean hasChoiceOfRoot(Slot leaf) {
        Slot root = leaf;
        for (Slot above = leaf; above != null; above = above.position().slot()) {
            root = above;
        }
        return !root.isTypename()
                && graph.accesses(root.parentType(), root.name()).stream()
                                .filter(access -> access != null && access.atHand())
                                .count()
                        > 1;
    }

    private int choices(Slot leaf) {
        if (leaf.isTypename()) {
            return graph.subgraphs() + 1;
        }
        int count = 0;
        for (FieldAccess access : graph.accesses(leaf.parentType(), leaf.name())) {
            count += access == null ? 0 : 1;
        }
        return count;
    }

    private boolean requires(Slot leaf) {
        return !leaf.isTypename()
                && graph.accesses(leaf.parentType(), leaf.name()).stream()
                        .anyMatch(access -> access != null && !access.needs().isNothing());
    }
}
