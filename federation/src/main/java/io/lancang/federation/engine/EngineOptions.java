package io.lancang.federation.engine;

import io.lancang.federation.AccessOptions;
import io.lancang.federation.CostOptions;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.PlannerOptions;
import io.lancang.federation.SchemaDisclosure;

/**
 * What an engine allows and remembers: one component for each concern. Begin with {@link #DEFAULT} and change what differs.
 *
 * @param limits how large an operation may be
 * @param caches what is remembered of operations
 * @param planner bounds of planning
 * @param cost what operations may cost
 * @param disclosure what clients may read of the schema
 * @param access how it is enforced who may see what
 * @param answers bounds of answers
 */
public record EngineOptions(
        OperationLimits limits,
        CacheOptions caches,
        PlannerOptions planner,
        CostOptions cost,
        SchemaDisclosure disclosure,
        AccessOptions access,
        AnswerOptions answers) {
    public static final EngineOptions DEFAULT = new EngineOptions(
            OperationLimits.DEFAULT,
            CacheOptions.DEFAULT,
            PlannerOptions.DEFAULT,
            CostOptions.OFF,
            SchemaDisclosure.DEFAULT,
            AccessOptions.DEFAULT,
            AnswerOptions.DEFAULT);

    public EngineOptions withLimits(OperationLimits changed) {
        return new EngineOptions(changed, caches, planner, cost, disclosure, access, answers);
    }

    public EngineOptions withCaches(CacheOptions changed) {
        return new EngineOptions(limits, changed, planner, cost, disclosure, access, answers);
    }

    public EngineOptions withPlanner(PlannerOptions changed) {
        return new EngineOptions(limits, caches, changed, cost, disclosure, access, answers);
    }

    public EngineOptions withCost(CostOptions changed) {
        return new EngineOptions(limits, caches, planner, changed, disclosure, access, answers);
    }

    public EngineOptions withDisclosure(SchemaDisclosure changed) {
        return new EngineOptions(limits, caches, planner, cost, changed, access, answers);
    }

    public EngineOptions withAccess(AccessOptions changed) {
        return new EngineOptions(limits, caches, planner, cost, disclosure, changed, answers);
    }

    public EngineOptions withAnswers(AnswerOptions changed) {
        return new EngineOptions(limits, caches, planner, cost, disclosure, access, changed);
    }
}
