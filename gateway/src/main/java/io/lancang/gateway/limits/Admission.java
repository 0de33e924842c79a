package io.lancang.gateway.limits;

import io.lancang.gateway.config.GatewayConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests in work and lets no more than a fixed number in. Thread-safe. */
@Singleton
public final class Admission {
    private final AtomicInteger running = new AtomicInteger();
    private final int maximum;

    @Inject
    Admission(GatewayConfig config) {
        this(config.limits().maxConcurrentRequests());
    }

    /** Lets {@code maximum} requests run at the same time. */
    public Admission(int maximum) {
        this.maximum = maximum;
    }

    /** Takes a place if one is free. Who gets true must {@link #leave()} exactly once. */
    public boolean enter() {
        // A request over the maximum counts for a moment, so at the very edge one more may be refused than need be. A
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

    /** How many requests are in work. */
    public int running() {
        return running.get();
    }

    /** How many requests may be in work. */
    public int maximum() {
        return maximum;
    }
}
