package io.lancang.federation.plan;

import java.util.Comparator;
import java.util.List;

/**
 * Notes on every value that a step waits for that it is needed whenever the step is. Later steps first, for
 * what they need decides when earlier ones are needed.
 */
final class SpreadDemand {
    private SpreadDemand() {}

    static void apply(List<Step> steps) {
        steps.stream().sorted(Comparator.comparingInt(Step::level).reversed()).forEach(step -> {
            Demand demand = step.root().wholeDemand();
            step.inputs().forEach(input -> input.node().demand(input.slot(), demand));
        });
    }
}
