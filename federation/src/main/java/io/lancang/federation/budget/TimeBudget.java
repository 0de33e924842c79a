package io.lancang.federation.budget;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long one piece of work may still take. It begins to run out when it is made. Owned by one piece of work, and used by one
 * thread at a time.
 */
public final class TimeBudget {
    /** A look at the clock costs as much as a few small steps. */
    private static final int STEPS_PER_LOOK = 32;

    private final Duration allowed;
    private final LongSupplier nanoTime;
    private final long started;
    private int steps;

    private TimeBudget(Duration allowed, LongSupplier nanoTime) {
        this.allowed = allowed;
        this.nanoTime = nanoTime;
        started = nanoTime.getAsLong();
    }

    /** Begins to run out now. */
    public static TimeBudget of(Duration allowed) {
        return of(allowed, System::nanoTime);
    }

    /**
     * Begins to run out now.
     *
     * @param nanoTime the clock, as {@link System#nanoTime()}
     */
    public static TimeBudget of(Duration allowed, LongSupplier nanoTime) {
        return new TimeBudget(allowed, nanoTime);
    }

    /** Never runs out. */
    public static TimeBudget unlimited() {
        return new TimeBudget(Duration.ofNanos(Long.MAX_VALUE), () -> 0);
    }

    /**
     * Notes a small step of the work, whose size does not grow with the request.
     *
     * @throws OutOfTimeException if the work has taken too long
     */
    public void step() {
        steps++;
        if (steps % STEPS_PER_LOOK == 0) {
            check();
        }
    }

    /**
     * Looks at the clock.
     *
     * @throws OutOfTimeException if the work has taken too long
     */
    public void check() {
        if (nanoTime.getAsLong() - started > allowed.toNanos()) {
            throw new OutOfTimeException(allowed);
        }
    }
}
