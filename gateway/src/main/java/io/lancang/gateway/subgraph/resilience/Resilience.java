package io.lancang.gateway.subgraph.resilience;

import io.lancang.gateway.config.traffic.BulkheadConfig;
import io.lancang.gateway.config.traffic.ResilienceConfig;
import io.lancang.gateway.config.traffic.RetryConfig;
import io.lancang.gateway.telemetry.BreakerState;
import io.lancang.gateway.telemetry.ResilienceEvent;
import io.lancang.gateway.telemetry.ResilienceGauges;
import io.lancang.gateway.telemetry.SubgraphMeter;
import io.vertx.core.net.SocketAddress;
import java.time.Clock;
import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All that is known of one subgraph's latest requests, and the decisions that follow from it. Thread-safe. */
public final class Resilience {
    /** In place of a delay: not again. */
    public static final long NEVER = -1;

    private static final Logger LOG = Logger.getLogger(Resilience.class);
    private static final int RETRIES_KEPT = 500;
    private static final int HEDGES_KEPT = 100;
    private static final int HEDGES_AT_FIRST = 20;
    /** Kept for what is very late, so that a server which begins to hang finds some whatever was spent before. */
    private static final int HEDGES_FOR_THE_LATEST = 10;
    /** How long to wait for a breaker before it is asked again, in milliseconds; half of it at random. */
    private static final long BREAKER_PAUSE = 200;

    private final String subgraph;
    private final ResilienceConfig config;
    private final BitSet statuses = new BitSet();
    private final long firstByteMillis;
    private final SubgraphMeter meter;
    private final Breaker breaker;
    private final Outage outage = new Outage();
    private final Budget retries;
    private final Budget hedges;
    private final HedgeDelay hedgeDelay;
    private final HedgeWorth hedgeWorth = new HedgeWorth();
    private final Backoff backoff;
    private final Backoff breakerPause;
    private final @Nullable Bulkhead bulkhead;
    private final Servers servers;

    /** @param addresses of the subgraph's servers; none for the host of its URL alone */
    public Resilience(
            String subgraph, ResilienceConfig config, Collection<SocketAddress> addresses, SubgraphMeter meter) {
        ResilienceRules.check(subgraph, config);
        this.subgraph = subgraph;
        this.config = config;
        this.meter = meter;
        RetryConfig retry = config.retry();
        retry.statuses().forEach(statuses::set);
        this.firstByteMillis = config.firstByteTimeout()
                .map(time -> Math.max(1, time.toMillis()))
                .orElse(0L);
        this.retries = new Budget(retry.budget(), RETRIES_KEPT, RETRIES_KEPT);
        this.hedges = new Budget(config.hedge().budget(), HEDGES_AT_FIRST, HEDGES_KEPT);
        this.hedgeDelay = new HedgeDelay(config.hedge());
        this.backoff = new Backoff(
                Math.max(1, retry.firstDelay().toMillis()),
                Math.max(1, retry.maxDelay().toMillis()),
                () -> ThreadLocalRandom.current().nextDouble());
        this.breakerPause = new Backoff(BREAKER_PAUSE, BREAKER_PAUSE, backoff.chance());
        this.breaker = new Breaker(subgraph, config.breaker(), Clock.systemUTC(), this::changed);
        this.bulkhead = bulkhead(config.bulkhead());
        ServerLog log = new ServerLog(subgraph, meter);
        this.servers = new Servers(addresses.stream()
                .map(address -> new Server(address, config.ejection(), System::nanoTime, log))
                .toList());
        meter.watch(gauges());
    }

    private static @Nullable Bulkhead bulkhead(BulkheadConfig config) {
        return config.maxConcurrent().isPresent()
                ? new Bulkhead(config.maxConcurrent().getAsInt(), config.maxWaiting())
                : null;
    }

    private ResilienceGauges gauges() {
        Bulkhead bounded = bulkhead;
        return new ResilienceGauges(
                () -> breaker.state().value(),
                () -> bounded == null ? 0 : bounded.running(),
                () -> bounded == null ? 0 : bounded.waiting(),
                servers::ejected);
    }

    private void changed(BreakerState state) {
        switch (state) {
            case OPEN -> {
                meter.resilience(ResilienceEvent.BREAKER_OPENED);
                LOG.warnf(
                        "Subgraph \"%s\" is not asked for %d ms, because most of its latest requests failed.",
                        subgraph, config.breaker().openFor().toMillis());
            }
            case HALF_OPEN -> LOG.debugf("Subgraph \"%s\" is asked a few times, to see whether it answers.", subgraph);
            case CLOSED -> LOG.infof("Subgraph \"%s\" answers again.", subgraph);
        }
    }

    /** The bound of requests; null if there is none. */
    public @Nullable Bulkhead bulkhead() {
        return bulkhead;
    }

    /** Milliseconds that a request waits for its turn at most. */
    public long patienceMillis() {
        return Math.max(1, config.bulkhead().patience().toMillis());
    }

    /** Milliseconds until an answer has to begin; 0 if they may all be used for it. */
    public long firstByteMillis() {
        return firstByteMillis;
    }

    public boolean sendsDeadline() {
        return config.sendDeadline();
    }

    /** Whether a status of HTTP says that the subgraph cannot answer at the moment. */
    public boolean isFailure(int status) {
        return statuses.get(status);
    }

    /** Counts a request, before its first attempt. */
    public void begun() {
        retries.earn();
        hedges.earn();
    }

    /** Whether an attempt may be sent. If so, one of the next three methods hears how it ended. */
    public boolean enter() {
        return breaker.enter();
    }

    /**
     * Where a request is sent to.
     *
     * @param mayProbe whether it may try a server that has been left out; a mutation should not
     */
    public ServerChoice servers(boolean mayProbe) {
        return servers.areNone() ? ServerChoice.NONE : new ServerChoice(servers, mayProbe);
    }

    /** The subgraph answered, from this server if it has several. */
    public void succeeded(@Nullable Server server, long nanos) {
        if (server != null) {
            server.succeeded();
        }
        breaker.succeeded(nanos);
        outage.succeeded();
        hedgeDelay.record(nanos);
    }

    /** The subgraph failed, at this server if it has several. */
    public void failed(@Nullable Server server, long nanos, Throwable failure) {
        if (server != null) {
            server.failed();
        }
        breaker.failed(nanos, failure);
        outage.failed(System.nanoTime());
    }

    /** Nothing follows from how the attempt ended. */
    public void ignored(@Nullable Server server) {
        if (server != null) {
            server.ignored();
        }
        breaker.ignored();
    }

    /**
     * An attempt was given up, because another was faster: as long as this it took at least.
     *
     * @param server where it was sent to
     * @param faster where the other was
     */
    public void overtaken(@Nullable Server server, @Nullable Server faster, long nanos) {
        if (server != null) {
            if (server.equals(faster)) {
                server.ignored();
            } else {
                server.failed();
            }
        }
        breaker.ignored();
        hedgeDelay.record(nanos);
    }

    /**
     * Milliseconds to wait before a query is sent again, or {@link #NEVER}.
     *
     * @param made how many attempts have failed
     * @param asked milliseconds that the subgraph wants the next to wait
     * @param left milliseconds until the answer has to be there
     */
    public long retryMillis(int made, long asked, long left) {
        RetryConfig retry = config.retry();
        if (!retry.enabled() || made >= retry.maxAttempts() || isAway()) {
            return NEVER;
        }
        long wait = Math.max(asked, backoff.millis(made));
        if (wait >= left || asked > retry.bridge().toMillis()) {
            return NEVER;
        }
        if (!retries.take()) {
            meter.resilience(ResilienceEvent.RETRY_REFUSED);
            return NEVER;
        }
        meter.resilience(ResilienceEvent.RETRIED);
        return wait;
    }

    /**
     * Milliseconds to wait before a query that may not be sent asks again, or {@link #NEVER}.
     *
     * @param left milliseconds until the answer has to be there
     */
    public long breakerMillis(long left) {
        long wait = breakerPause.millis(1);
        return config.retry().enabled() && !isAway() && wait < left ? wait : NEVER;
    }

    private boolean isAway() {
        return outage.isLongerThan(config.retry().bridge().toNanos(), System.nanoTime());
    }

    /** Nanoseconds after which a query is sent a second time; {@link Long#MAX_VALUE} for never. */
    public long hedgeNanos() {
        return config.hedge().enabled() ? hedgeDelay.nanos() : HedgeDelay.UNKNOWN;
    }

    /**
     * Whether a query whose answer is late may be sent a second time.
     *
     * @param isVeryLate whether it has waited several times as long as nearly all: then its answer will hardly come, even where
     *     everything is busy
     */
    public boolean mayHedge(boolean isVeryLate) {
        boolean may = breaker.state() == BreakerState.CLOSED
                && (isVeryLate ? hedges.take() : hedges.take(hedgeWorth.cost(), HEDGES_FOR_THE_LATEST));
        meter.resilience(may ? ResilienceEvent.HEDGED : ResilienceEvent.HEDGE_REFUSED);
        return may;
    }

    /** The second request was answered first. */
    public void hedgeWon() {
        hedgeWorth.won();
        meter.resilience(ResilienceEvent.HEDGE_WON);
    }

    /** The first request was answered first. */
    public void hedgeLost() {
        hedgeWorth.lost();
    }

    /** Nanoseconds as milliseconds, rounded up, one at least. */
    public static long millis(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
    }
}
