package io.lancang.gateway.subgraph.resilience;

import io.lancang.gateway.config.traffic.EjectionConfig;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * One of several servers of a subgraph, and what its latest requests say of it. Each request that {@link #enter}s or is sent here all the
 * same ends by one of the other methods. Thread-safe.
 */
public final class Server {
    /** Beyond this the pause has long reached its bound. */
    private static final int MOST_DOUBLINGS = 20;

    /** Whether it is asked. Times are those of the clock. */
    private sealed interface Health {
        /** It is, and so many of its latest requests failed in succession. */
        record InUse(int failures) implements Health {}

        /** It is not, for the {@code times}-th time in succession. */
        record LeftOut(long until, int times) implements Health {}

        /** One query tries whether it answers. */
        record Probed(int times) implements Health {}
    }

    private static final Health IN_ORDER = new Health.InUse(0);

    private final SocketAddress address;
    private final EjectionConfig config;
    private final LongSupplier nanos;
    private final Watcher watcher;
    private final AtomicReference<Health> health = new AtomicReference<>(IN_ORDER);

    /** Hears when a server is left out, and when it is asked again. */
    interface Watcher {
        void ejected(SocketAddress server, long millis);

        void returned(SocketAddress server);
    }

    /** @param nanos as {@link System#nanoTime()} */
    Server(SocketAddress address, EjectionConfig config, LongSupplier nanos, Watcher watcher) {
        this.address = address;
        this.config = config;
        this.nanos = nanos;
        this.watcher = watcher;
    }

    public SocketAddress address() {
        return address;
    }

    boolean isInUse() {
        return health.get() instanceof Health.InUse;
    }

    /**
     * Whether a request may be sent here.
     *
     * @param mayProbe whether it may be the one that tries a server which has been left out for long enough
     */
    boolean enter(boolean mayProbe) {
        Health now = health.get();
        return switch (now) {
            case Health.InUse ignored -> true;
            case Health.LeftOut(long until, int times) ->
                mayProbe && nanos.getAsLong() - until >= 0 && health.compareAndSet(now, new Health.Probed(times));
            case Health.Probed ignored -> false;
        };
    }

    /** It answered. */
    void succeeded() {
        // Nearly always so already: then nothing is written.
        if (health.get().equals(IN_ORDER)) {
            return;
        }
        if (!(health.getAndSet(IN_ORDER) instanceof Health.InUse)) {
            watcher.returned(address);
        }
    }

    /** It did not, or later than another that was asked after it. */
    void failed() {
        Health before = health.getAndUpdate(this::afterFailure);
        if (!(before instanceof Health.LeftOut) && afterFailure(before) instanceof Health.LeftOut now) {
            watcher.ejected(address, pauseMillis(now.times()));
        }
    }

    private Health afterFailure(Health before) {
        return switch (before) {
            case Health.InUse(int failures) ->
                config.enabled() && failures + 1 >= config.failures() ? leftOut(1) : new Health.InUse(failures + 1);
            // Of a request that was under way when the server was left out.
            case Health.LeftOut still -> still;
            case Health.Probed(int times) -> leftOut(times + 1);
        };
    }

    private Health leftOut(int times) {
        return new Health.LeftOut(nanos.getAsLong() + pauseMillis(times) * 1_000_000, times);
    }

    private long pauseMillis(int times) {
        long doubled = config.pause().toMillis() << Math.min(MOST_DOUBLINGS, times - 1);
        return Math.max(1, Math.min(doubled, config.maxPause().toMillis()));
    }

    /** Nothing follows from how the request ended. */
    void ignored() {
        if (health.get() instanceof Health.Probed probed) {
            // Of the query that tried it, most likely: the next one tries.
            health.compareAndSet(probed, new Health.LeftOut(nanos.getAsLong(), probed.times()));
        }
    }
}
