package io.lancang.federation;

import java.time.Duration;

/**
 * What planning one operation may cost.
 *
 * @param maxSlots fields to plan, after fragments on interfaces and unions are spread over their object types; an operation
 *     with more is refused
 * @param maxChoices how many alternatives are tried in search of a cheaper plan; past it, the best plan found is taken
 * @param maxDuration as {@code maxChoices}, in time; the first plan is completed nevertheless, and what was found is
 *     provisional: the next requests for the operation plan it anew
 * @param maxFirstPlan an operation of which not even the first plan is complete after that time is refused
 */
public record PlannerOptions(int maxSlots, int maxChoices, Duration maxDuration, Duration maxFirstPlan) {
    public static final PlannerOptions DEFAULT =
            new PlannerOptions(50_000, 2_000, Duration.ofMillis(100), Duration.ofSeconds(5));
}
