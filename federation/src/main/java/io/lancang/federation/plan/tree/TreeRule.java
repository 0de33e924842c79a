package io.lancang.federation.plan.tree;

import io.lancang.federation.plan.graph.PlanGraph;
import java.util.List;

/** Changes the merged tree of an operation before ways through it are searched. What each does it says itself. */
@FunctionalInterface
interface TreeRule {
    /** All, in the order in which they are applied. */
    List<TreeRule> ALL = List.of(MoveApart::apply, PartialTypes::apply);

    /**
     * Changes slots and positions.
     *
     * @param slots all that the client selects
     */
    void apply(PlanGraph graph, List<Slot> slots);
}
