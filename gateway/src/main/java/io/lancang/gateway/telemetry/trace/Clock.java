package io.lancang.gateway.telemetry.trace;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Instant;

/**
 * When something happened, on the clock of {@link System#nanoTime} and on that of spans.
 *
 * @param nanos of an operation's begin, by the one
 * @param epochNanos of the same moment, since 1970
 */
record Clock(long nanos, long epochNanos) {
    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    /** Begins now. */
    static Clock start() {
        Instant now = Instant.now();
        return new Clock(System.nanoTime(), SECONDS.toNanos(now.getEpochSecond()) + now.getNano());
    }

    /** A moment in nanoseconds since 1970. */
    long epoch(long nanoTime) {
        return epochNanos + (nanoTime - nanos);
    }

    /** How long after the begin a moment was, in milliseconds. */
    double since(long nanoTime) {
        return millis(nanoTime - nanos);
    }

    /** So many nanoseconds in milliseconds, to the microsecond. */
    static double millis(long nanos) {
        return Math.round(nanos / 1e3) / (NANOS_OF_A_MILLISECOND / 1e3);
    }
}
