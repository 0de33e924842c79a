package io.lancang.federation.plan;

import java.util.function.LongSupplier;

/** How many alternatives one planning run may still try. Owned by one planning run. */
final class SearchBudget {
    /** Looking at the clock costs as much as a small step of the search. */
    private static final int CHOICES_PER_LOOK = 16;

    private final LongSupplier nanoTime;
    private final long started;
    private final long maxNanos;
    private int left;

    SearchBudget(PlannerOptions options, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.maxNanos = options.maxDuration().toNanos();
        this.left = options.maxChoices();
    }

    /** Takes one alternative from the budget; false if there is none left. */
    boolean spend() {
        if (left > 0) {
            left--;
            if (left % CHOICES_PER_LOOK == 0 && nanoTime.getAsLong() - started > maxNanos) {
                left = 0;
            }
        }
        return left > 0;
    }
}
