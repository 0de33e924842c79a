package io.lancang.gateway.subgraph.resilience;

import java.util.concurrent.atomic.AtomicLong;

/** Since when a subgraph has done nothing but fail. Times are {@link System#nanoTime()}. Thread-safe. */
final class Outage {
    private static final long NONE = Long.MIN_VALUE;

    private final AtomicLong since = new AtomicLong(NONE);

    void succeeded() {
        // Nearly always so already: then nothing is written.
        if (since.get() != NONE) {
            since.set(NONE);
        }
    }

    void failed(long now) {
        since.compareAndSet(NONE, now);
    }

    /** Whether the subgraph has failed for longer than this; false if its latest request succeeded. */
    boolean isLongerThan(long nanos, long now) {
        long begin = since.get();
        return begin != NONE && now - begin > nanos;
    }
}
