package io.lancang.gateway.limits.rate;

import java.util.concurrent.TimeUnit;

/**
 * What is left of a limit by the minute.
 *
 * @param limit of a minute; {@link Plan#NO_LIMIT} if there is none
 * @param remaining whole tokens
 */
record Quota(long limit, long remaining) {
    static final long WINDOW_SECONDS = 60;
    static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);

    boolean isLimited() {
        return limit != Plan.NO_LIMIT;
    }

    /** Seconds until all of it is there again if nothing more is taken, rounded up: tokens come back evenly over the minute. */
    long resetSeconds() {
        return limit == 0 ? WINDOW_SECONDS : (long) Math.ceil((double) (limit - remaining) * WINDOW_SECONDS / limit);
    }
}
