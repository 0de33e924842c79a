package io.lancang.standalone.siege.canary;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/**
 * How long answers took.
 *
 * @param sorted in nanoseconds, shortest first
 * @param failed how many of them were no answer, or one with an error
 */
public record Latencies(long[] sorted, int failed) {
    /** Of any order. */
    public static Latencies of(Collection<Long> nanos, int failed) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Latencies(sorted, failed);
    }

    /** The time within which a share of the answers came, from 0 to 1; nothing if none was asked for. */
    public Duration quantile(double share) {
        if (sorted.length == 0) {
            return Duration.ZERO;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Duration.ofNanos(sorted[Math.clamp(index, 0, sorted.length - 1)]);
    }

    /** The longest. */
    public Duration worst() {
        return quantile(1);
    }
}
