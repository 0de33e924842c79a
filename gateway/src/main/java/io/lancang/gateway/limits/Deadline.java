package io.lancang.gateway.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The moment at which a request has to be answered.
 *
 * @param time that the request has in all
 * @param end on {@code clock}, in nanoseconds
 * @param clock as {@link System#nanoTime()}
 */
public record Deadline(Duration time, long end, LongSupplier clock) {
    /** The deadline that lies {@code time} ahead of now. */
    public static Deadline in(Duration time, LongSupplier clock) {
        return new Deadline(time, clock.getAsLong() + time.toNanos(), clock);
    }

    /** Milliseconds until the deadline, rounded up; zero or less once it has passed. */
    public long remainingMillis() {
        return TimeUnit.NANOSECONDS.toMillis(end - clock.getAsLong() + 999_999);
    }

    /** The deadline of something that has as much time and begins now. */
    public Deadline again() {
        return in(time, clock);
    }
}
