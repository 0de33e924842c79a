package io.lancang.gateway.subgraph.resilience;

import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: twice as long as before the last, less a random half, so that those who failed together
 * do not come back together.
 *
 * @param first milliseconds
 * @param longest milliseconds
 * @param chance a number from 0 to 1
 */
record Backoff(long first, long longest, DoubleSupplier chance) {
    private static final int MOST_DOUBLINGS = 30;

    /**
     * Milliseconds, one at least.
     *
     * @param made how many attempts have been made
     */
    long millis(int made) {
        long whole = Math.min(longest, first << Math.min(Math.max(0, made - 1), MOST_DOUBLINGS));
        return Math.max(1, Math.round(whole * (1 - chance.getAsDouble() / 2)));
    }
}
