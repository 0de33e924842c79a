package io.lancang.gateway.subgraph.resilience;

import io.lancang.gateway.config.traffic.HedgeConfig;

/**
 * How long an answer is waited for before the query is sent a second time: as long as nearly all take. Thread-safe.
 *
 * <p>When one answer in twenty is very late, the 95th percentile is late as well, and a hedge after it would come when all is over. The
 * bound by the median keeps it near to what is usual.
 */
final class HedgeDelay {
    /** The delay before enough is known: no hedge. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final int FEWEST = 50;
    private static final int EVERY = 32;
    private static final int MEDIANS = 5;

    private final double quantile;
    private final long shortest;
    private final LatencyWindow window = new LatencyWindow();
    private volatile long nanos = UNKNOWN;

    HedgeDelay(HedgeConfig config) {
        this.quantile = config.quantile();
        this.shortest = config.minDelay().toNanos();
    }

    /** Counts an answer; of one that was given up, the time until then. */
    void record(long took) {
        int answers = window.record(took);
        if (answers >= FEWEST && answers % EVERY == 0) {
            long late = Math.min(window.quantile(quantile), MEDIANS * window.quantile(0.5));
            nanos = Math.max(shortest, late);
        }
    }

    /** Nanoseconds, or {@link #UNKNOWN}. */
    long nanos() {
        return nanos;
    }
}
