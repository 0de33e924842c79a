package io.lancang.gateway.subgraph.resilience;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many additional requests may be sent: a share of the usual ones. What is not used is kept, up to a bound, so that a few bad
 * moments do not use up what many good ones earned. Thread-safe.
 */
final class Budget {
    /** Parts of one request, so that shares below one count. */
    private static final long REQUEST = 1000;

    private final long share;
    private final long most;
    private final AtomicLong left;

    /**
     * @param share of a request that each usual one earns
     * @param begin how many requests are there at first
     * @param most how many are kept
     */
    Budget(double share, int begin, int most) {
        this.share = Math.round(share * REQUEST);
        this.most = most * REQUEST;
        this.left = new AtomicLong(begin * REQUEST);
    }

    /** Counts a usual request. */
    void earn() {
        // Full most of the time: then nothing is written.
        if (left.get() < most) {
            left.updateAndGet(before -> Math.min(most, before + share));
        }
    }

    /** Takes one additional request. False if none is left. */
    boolean take() {
        return take(1, 0);
    }

    /**
     * Takes one additional request.
     *
     * @param requests how many it counts for
     * @param kept how many are left for others, whatever happens
     * @return false if nothing was taken, because too few are left
     */
    boolean take(int requests, int kept) {
        long wanted = requests * REQUEST;
        long needed = wanted + kept * REQUEST;
        long before = left.getAndUpdate(rest -> rest >= needed ? rest - wanted : rest);
        return before >= needed;
    }
}
