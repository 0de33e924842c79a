package io.lancang.federation.plan;

import java.time.Duration;

/**
 * What planning one operation may cost.
 *
 * @param maxSlots fields to plan, after fragments on interfaces and unions are spread over their object types; an operation
 *     with more is refused
 * @param maxChoices how many alternatives are tried in search of a cheaper plan; past it, the best plan found is taken
 * @param maxDuration as {@code maxChoices}, in time; refines only, since the first plan is always completed
 */
public record PlannerOptions(int maxSlots, int maxChoices, Duration maxDuration) {
    public static final PlannerOptions DEFAULT = new PlannerOptions(50_000, 2_000, Duration.ofMillis(100));
}
