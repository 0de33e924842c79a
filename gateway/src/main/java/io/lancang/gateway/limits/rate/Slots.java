package io.lancang.gateway.limits.rate;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Places that clients take for a time, with as many for each as its plan says. Thread-safe. */
final class Slots {
    // Holds only clients that have a place.
    private final ConcurrentMap<RateKey, Long> taken = new ConcurrentHashMap<>();

    /** Takes a place if there is one among so many. Who gets true must {@link #leave} exactly once. */
    boolean enter(RateKey key, long maximum) {
        if (taken.merge(key, 1L, Long::sum) <= maximum) {
            return true;
        }
        leave(key);
        return false;
    }

    void leave(RateKey key) {
        taken.computeIfPresent(key, (name, count) -> count == 1 ? null : count - 1);
    }
}
