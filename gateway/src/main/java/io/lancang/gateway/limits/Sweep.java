package io.lancang.gateway.limits;

import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at what may take too long, twice a second. One timer for all: a timer of its own would cost each request more than the
 * rest of its bookkeeping. Thread-safe.
 */
@Singleton
public final class Sweep {
    private static final long PERIOD_MILLIS = 500;

    private final Vertx vertx;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final long timer;

    /** Something with a time limit. */
    @FunctionalInterface
    public interface Watched {
        /**
         * Looks whether the time is over. Called on a thread of the sweep, so whatever follows belongs on the own event loop.
         *
         * @param now as {@link System#nanoTime()}
         */
        void check(long now);
    }

    @Inject
    public Sweep(Vertx vertx) {
        this.vertx = vertx;
        timer = vertx.setPeriodic(PERIOD_MILLIS, ignored -> sweep(System.nanoTime()));
    }

    /** Watches from now on. */
    public void add(Watched candidate) {
        watched.add(candidate);
    }

    /** Watches no more. */
    public void remove(Watched candidate) {
        watched.remove(candidate);
    }

    void sweep(long now) {
        watched.forEach(candidate -> candidate.check(now));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }
}
