package io.lancang.gateway.storm;

import java.util.Arrays;

/**
 * What clients got in one weather.
 *
 * @param nanos how long each answer took, in ascending order
 * @param failed answers without the data that was asked for
 * @param wrong answers with other data
 * @param mutations how many were sent
 * @param mostChanges how often the subgraph did the same mutation at most
 */
record StormResult(Weather weather, long[] nanos, int failed, int wrong, int mutations, int mostChanges) {
    StormResult {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    double failedShare() {
        return nanos.length == 0 ? 1 : (double) failed / nanos.length;
    }

    /** How many answers took so long, or longer. */
    int tookAtLeast(long millis) {
        return (int)
                Arrays.stream(nanos).filter(took -> took >= millis * 1_000_000).count();
    }

    /** Milliseconds within which this share of the answers was there. */
    double millis(double quantile) {
        if (nanos.length == 0) {
            return 0;
        }
        int place = (int) Math.ceil(quantile * nanos.length) - 1;
        return nanos[Math.max(0, place)] / 1e6;
    }
}
