package io.lancang.federation.plan.assemble;

import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.Slot;
import java.util.List;
import java.util.Set;

/** Changes the steps of a plan when the search is over, before they become requests. What each does it says itself. */
@FunctionalInterface
public interface StepRule {
    /** All, in the order in which they are applied. */
    List<StepRule> ALL = List.of(SpreadDemand::apply, DropRedundantTypenames::apply);

    /**
     * Changes what steps take.
     *
     * @param proofs slots of objects of one type whose values the client does not select
     */
    void apply(List<Step> steps, Set<Slot> proofs);
}
