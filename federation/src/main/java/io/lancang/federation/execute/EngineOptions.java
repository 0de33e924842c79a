package io.lancang.federation.execute;

import io.lancang.federation.operation.OperationLimits;
import io.lancang.federation.plan.PlannerOptions;

/**
 * What an engine allows and remembers.
 *
 * @param limits how large an operation may be
 * @param cachedCharacters bound of the caches of documents and of operations, each, in characters of the documents
 * @param cachedPlans how many plans are remembered, each with all that running it needs
 * @param planner bounds of planning
 */
public record EngineOptions(OperationLimits limits, long cachedCharacters, int cachedPlans, PlannerOptions planner) {
    public static final EngineOptions DEFAULT =
            new EngineOptions(OperationLimits.DEFAULT, 20_000_000, 5_000, PlannerOptions.DEFAULT);
}
