package io.lancang.federation.execute;

import io.lancang.federation.cost.CostOptions;
import io.lancang.federation.operation.OperationLimits;
import io.lancang.federation.plan.PlannerOptions;

/**
 * What an engine allows and remembers: one component for each concern. Begin with {@link #DEFAULT} and change what differs.
 *
 * @param limits how large an operation may be
 * @param caches what is remembered of operations
 * @param planner bounds of planning
 * @param cost what operations may cost
 */
public record EngineOptions(OperationLimits limits, CacheOptions caches, PlannerOptions planner, CostOptions cost) {
    public static final EngineOptions DEFAULT =
            new EngineOptions(OperationLimits.DEFAULT, CacheOptions.DEFAULT, PlannerOptions.DEFAULT, CostOptions.OFF);

    public EngineOptions withLimits(OperationLimits changed) {
        return new EngineOptions(changed, caches, planner, cost);
    }

    public EngineOptions withCaches(CacheOptions changed) {
        return new EngineOptions(limits, changed, planner, cost);
    }

    public EngineOptions withPlanner(PlannerOptions changed) {
        return new EngineOptions(limits, caches, changed, cost);
    }

    public EngineOptions withCost(CostOptions changed) {
        return new EngineOptions(limits, caches, planner, changed);
    }
}
