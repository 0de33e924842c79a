package io.lancang.gateway.subgraph.resilience;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How long the latest answers took. Each doubling of time has eight buckets, so a quantile is 12.5 % too long at most; all counts
 * are halved now and then, so that the latest weigh most. Thread-safe; counts that race with a halving may be lost.
 */
final class LatencyWindow {
    private static final int STEPS_BITS = 3;
    private static final int STEPS = 1 << STEPS_BITS;
    /** 65 microseconds: shorter times count as this. */
    private static final int SHORTEST_BITS = 16;
    /** 275 seconds: longer times count as this. */
    private static final int LONGEST_BITS = 38;

    /** How many answers are counted before all counts are halved. */
    static final int ANSWERS = 2000;

    private final AtomicIntegerArray counts = new AtomicIntegerArray((LONGEST_BITS - SHORTEST_BITS) * STEPS);
    private final AtomicInteger total = new AtomicInteger();

    /** Counts an answer. The number of answers that are counted now. */
    int record(long nanos) {
        counts.incrementAndGet(bucket(nanos));
        int all = total.incrementAndGet();
        if (all >= ANSWERS && total.compareAndSet(all, 0)) {
            return halve();
        }
        return all;
    }

    private int halve() {
        int kept = 0;
        for (int i = 0; i < counts.length(); i++) {
            kept += counts.updateAndGet(i, before -> before / 2);
        }
        return total.addAndGet(kept);
    }

    /** The time within which this share of the answers came, in nanoseconds; 0 if there was none. */
    long quantile(double share) {
        long all = 0;
        for (int i = 0; i < counts.length(); i++) {
            all += counts.get(i);
        }
        long wanted = (long) Math.ceil(share * all);
        long seen = 0;
        for (int i = 0; i < counts.length(); i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return end(i);
            }
        }
        return 0;
    }

    private static int bucket(long nanos) {
        long bounded = Math.clamp(nanos, 1L << SHORTEST_BITS, (1L << LONGEST_BITS) - 1);
        int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(bounded);
        int step = (int) (bounded >>> (bits - STEPS_BITS)) & (STEPS - 1);
        return (bits - SHORTEST_BITS) * STEPS + step;
    }

    private static long end(int bucket) {
        int bits = SHORTEST_BITS + bucket / STEPS;
        return (long) (STEPS + bucket % STEPS + 1) << (bits - STEPS_BITS);
    }
}
