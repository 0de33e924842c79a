package io.lancang.gateway.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Places that clients take, bounded in all and for each client. Thread-safe. */
public final class Places {
    private final int maximum;
    private final int maximumPerClient;
    private final AtomicInteger taken = new AtomicInteger();
    // Holds only clients that have a place.
    private final ConcurrentMap<String, Integer> byClient = new ConcurrentHashMap<>();

    public Places(int maximum, int maximumPerClient) {
        this.maximum = maximum;
        this.maximumPerClient = maximumPerClient;
    }

    /** How the request for a place ended. */
    public enum Answer {
        /** The client has a place, and must {@link #leave} exactly once. */
        TAKEN,
        /** All places are taken. */
        FULL,
        /** This client has as many places as one client may have. */
        CLIENT_FULL
    }

    /** Takes a place if one is free. */
    public Answer enter(String client) {
        if (taken.incrementAndGet() > maximum) {
            taken.decrementAndGet();
            return Answer.FULL;
        }
        if (byClient.merge(client, 1, Integer::sum) > maximumPerClient) {
            leave(client);
            return Answer.CLIENT_FULL;
        }
        return Answer.TAKEN;
    }

    /** Gives a place back. */
    public void leave(String client) {
        byClient.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
        taken.decrementAndGet();
    }

    /** How many places are taken. */
    public int running() {
        return taken.get();
    }

    /** How many places there are. */
    public int maximum() {
        return maximum;
    }

    /** How many places one client may have. */
    public int maximumPerClient() {
        return maximumPerClient;
    }
}
