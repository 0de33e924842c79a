package io.lancang.federation.plan.search;

import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.plan.query.PlanningException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much work one planning run may still do. The search for a cheaper plan ends when it is used up; the first plan must be
 * complete, so it may take longer, up to a time past which the operation is refused. Owned by one planning run.
 */
public final class SearchBudget {
    /** Looking at the clock costs as much as a small step of the search. */
    private static final int STEPS_PER_LOOK = 16;

    private final TimeBudget whole;
    private final LongSupplier nanoTime;
    private final long started;
    private final Duration most;
    private final Duration mostForFirst;
    private int choices;
    private int steps;
    private boolean outOfTime;

    /**
     * The budget of a search that begins now.
     *
     * @param choices how many alternatives are tried
     * @param most how long alternatives are tried
     * @param mostForFirst how long the first plan may take
     * @param whole what the whole preparation of the operation may take
     */
    public SearchBudget(int choices, Duration most, Duration mostForFirst, LongSupplier nanoTime, TimeBudget whole) {
        this.whole = whole;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.most = most;
        this.mostForFirst = mostForFirst;
        this.choices = choices;
    }

    /** Takes one alternative from the budget; false if there is none left. */
    public boolean spend() {
        if (choices > 0) {
            choices--;
        }
        return choices > 0;
    }

    /**
     * Notes a step of work, of a size that does not grow with the operation. Whether the search may go on.
     *
     * @throws PlanningException if even the first plan takes too long
     * @throws io.lancang.federation.budget.OutOfTimeException if the whole preparation does
     */
    public boolean step() {
        steps++;
        if (steps % STEPS_PER_LOOK == 0) {
            whole.check();
            long elapsed = nanoTime.getAsLong() - started;
            if (elapsed > most.toNanos()) {
                choices = 0;
                outOfTime = true;
            }
            if (elapsed > mostForFirst.toNanos()) {
                throw new PlanningException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "The operation takes more than "
                                + mostForFirst.toMillis()
                                + " ms to plan. Ask for less, or in several requests.");
            }
        }
        return choices > 0;
    }

    /** Whether it was the clock that ended the search: with more of it, or on a less busy machine, it may find a cheaper plan. */
    public boolean isOutOfTime() {
        return outOfTime;
    }

    /** How much work was done. */
    public int steps() {
        return steps;
    }
}
