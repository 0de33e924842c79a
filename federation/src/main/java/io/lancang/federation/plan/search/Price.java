package io.lancang.federation.plan.search;

/**
 * What it adds to the plan so far to know some values.
 *
 * @param cost in units of {@link PlanCost}
 * @param level of the last step that brings one of them
 */
record Price(int cost, int level) {
    static final Price NOTHING = new Price(0, 0);

    Price plus(Price other) {
        return new Price(cost + other.cost, Math.max(level, other.level));
    }
}
