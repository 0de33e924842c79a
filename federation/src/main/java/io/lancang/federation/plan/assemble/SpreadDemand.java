package io.lancang.federation.plan.assemble;

import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.Slot;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Notes on every value that a step waits for when it is needed: whenever the step is, or what it is required for. Later
 * steps first, for what they need decides when earlier ones are needed.
 */
final class SpreadDemand {
    private SpreadDemand() {}

    static void apply(List<Step> steps, Set<Slot> proofs) {
        steps.stream().sorted(Comparator.comparingInt(Step::level).reversed()).forEach(SpreadDemand::spread);
    }

    private static void spread(Step step) {
        Demand whole = step.root().wholeDemand();
        Demand requiring = step.requiringDemand();
        for (Step.Input input : step.inputs()) {
            Demand demand = switch (input.purpose()) {
                case ENTRY -> whole;
                case REQUIREMENT -> requiring;
            };
            input.node().demand(input.slot(), demand);
        }
    }
}
