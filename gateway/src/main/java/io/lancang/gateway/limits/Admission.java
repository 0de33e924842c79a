package io.lancang.gateway.limits;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is open and lets no more than a fixed number in. Thread-safe. */
public final class Admission {
    private final AtomicInteger running = new AtomicInteger();
    private final int maximum;

    /** Lets {@code maximum} in at the same time. */
    public Admission(int maximum) {
        this.maximum = maximum;
    }

    /** Takes a place if one is free. Who gets true must {@link #leave()} exactly once. */
    public boolean enter() {
        // One over the maximum counts for a moment, so at the very edge one more may be refused than need be. A
        // loop
        // of compareAndSet would be exact, and would contend just when the gateway is busiest.
        if (running.incrementAndGet() <= maximum) {
            return true;
        }
        running.decrementAndGet();
        return false;
    }

    /** Gives a place back. */
    public void leave() {
        running.decrementAndGet();
    }

    /** How many are in. */
    public int running() {
        return running.get();
    }

    /** How many may be in. */
    public int maximum() {
        return maximum;
    }
}
