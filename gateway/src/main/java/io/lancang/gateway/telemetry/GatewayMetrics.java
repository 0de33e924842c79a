package io.lancang.gateway.telemetry;

import io.lancang.federation.engine.CacheCounts;
import io.lancang.gateway.limits.Admission;
import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.limits.Places;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The gateway's meters. Thread-safe. */
@Singleton
public class GatewayMetrics {
    private static final String REQUESTS = "lancang.gateway.requests";
    private static final String ACTIVE = "lancang.gateway.requests.active";
    private static final String SUBSCRIPTIONS_ACTIVE = "lancang.gateway.subscriptions.active";
    private static final String SUBSCRIPTIONS_ENDED = "lancang.gateway.subscriptions.ended";
    private static final String SUBSCRIPTION_EVENTS = "lancang.gateway.subscriptions.events";
    private static final String CONNECTIONS_ACTIVE = "lancang.gateway.websocket.connections.active";
    private static final String PLAN_CACHE_REQUESTS = "lancang.gateway.plan.cache.requests";
    private static final String PLAN_CACHE_SIZE = "lancang.gateway.plan.cache.size";
    private static final String CACHE_PARTS = "lancang.gateway.cache.parts";
    private static final String CACHE_EVENTS = "lancang.gateway.cache.events";
    private static final String CACHE_SHARED = "lancang.gateway.cache.shared";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    // Looked up once: a registry lookup per request builds a list of tags and hashes it.
    private final Map<RequestOutcome, Timer> requests = new EnumMap<>(RequestOutcome.class);
    private final Map<SubscriptionEnd, Counter> ended = new EnumMap<>(SubscriptionEnd.class);
    private final Counter events;
    private final SupergraphMeters supergraphs;
    private final Map<String, SubgraphMeter> subgraphs = new ConcurrentHashMap<>();

    @Inject
    GatewayMetrics(MeterRegistry registry, ClientLimits limits, OpenStreams streams) {
        this.registry = registry;
        this.supergraphs = new SupergraphMeters(registry);
        for (RequestOutcome outcome : RequestOutcome.values()) {
            requests.put(outcome, timer(REQUESTS, "Client requests", outcome).register(registry));
        }
        Gauge.builder(ACTIVE, limits.requests(), Places::running)
                .description("Client requests in work")
                .register(registry);
        for (SubscriptionEnd end : SubscriptionEnd.values()) {
            ended.put(
                    end,
                    Counter.builder(SUBSCRIPTIONS_ENDED)
                            .description("Clients' subscriptions that have ended")
                            .tag("outcome", end.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        events = Counter.builder(SUBSCRIPTION_EVENTS)
                .description("Answers to events, sent to clients")
                .register(registry);
        Gauge.builder(SUBSCRIPTIONS_ACTIVE, streams.subscriptions(), Places::running)
                .description("Clients' subscriptions that are open")
                .register(registry);
        Gauge.builder(CONNECTIONS_ACTIVE, streams.connections(), Admission::running)
                .description("Clients' WebSocket connections that are open")
                .register(registry);
    }

    /** Counts what came of looking for another supergraph. */
    public void supergraphLoad(SupergraphLoad outcome) {
        supergraphs.count(outcome);
    }

    /** Shows which supergraph is served, by the SHA-256 of its text. */
    public void supergraph(String digest, Instant since) {
        supergraphs.serves(digest, since);
    }

    /** Counts an answer to an event that a client was sent. */
    public void event() {
        events.increment();
    }

    /** Counts a client's subscription that has ended. */
    public void subscriptionEnded(SubscriptionEnd end) {
        meterOf(ended, end).increment();
    }

    /** Counts a client's request that took {@code nanos} and ended as {@code outcome}. */
    public void request(RequestOutcome outcome, long nanos) {
        meterOf(requests, outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** The meters of one subgraph, the same ones each time. */
    public SubgraphMeter subgraph(String name) {
        return subgraphs.computeIfAbsent(name, first -> new RegisteredSubgraphMeter(registry, first, BUCKETS));
    }

    /** The meters of the cache of answers for one subgraph. */
    public CacheMeter cache(String subgraph) {
        Map<CacheResult, Counter> parts = new EnumMap<>(CacheResult.class);
        for (CacheResult result : CacheResult.values()) {
            parts.put(
                    result,
                    Counter.builder(CACHE_PARTS)
                            .description("Parts of answers that were looked up in the cache")
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .tag("subgraph", subgraph)
                            .register(registry));
        }
        Counter shared =
                counter(CACHE_SHARED, "Requests that were not sent, because the same was on its way", subgraph);
        Counter events = counter(CACHE_EVENTS, "Events of subgraphs by which answers were dropped", subgraph);
        return new RegisteredCacheMeter(parts, shared, events);
    }

    private record RegisteredCacheMeter(Map<CacheResult, Counter> parts, Counter sharedCalls, Counter events)
            implements CacheMeter {
        @Override
        public void parts(CacheResult result, int count) {
            meterOf(parts, result).increment(count);
        }

        @Override
        public void shared() {
            sharedCalls.increment();
        }

        @Override
        public void event() {
            events.increment();
        }
    }

    /**
     * Registers the meters of what the cache of answers holds, in place of those of the cache before it.
     *
     * @param owner whom to ask for the figures; the registry does not keep it alive
     */
    public <T> void cacheStore(
            T owner, ToDoubleFunction<T> parts, ToDoubleFunction<T> bytes, ToDoubleFunction<T> evictions) {
        CacheStoreMeters.register(registry, owner, parts, bytes, evictions);
    }

    /**
     * Registers the meters of the cache of plans.
     *
     * @param owner whom to ask for the counts; the registry does not keep it alive
     */
    public <T> void planCache(T owner, Function<T, CacheCounts> counts) {
        cacheRequests("hit", owner, current -> counts.apply(current).hits());
        cacheRequests("miss", owner, current -> counts.apply(current).misses());
        Gauge.builder(PLAN_CACHE_SIZE, owner, current -> counts.apply(current).size())
                .description("Plans in the cache")
                .register(registry);
    }

    private <T> void cacheRequests(String result, T owner, ToDoubleFunction<T> count) {
        FunctionCounter.builder(PLAN_CACHE_REQUESTS, owner, count)
                .description("Look-ups in the cache of plans")
                .tag("result", result)
                .register(registry);
    }

    private Counter counter(String name, String description, String subgraph) {
        return Counter.builder(name)
                .description(description)
                .tag("subgraph", subgraph)
                .register(registry);
    }

    private static Timer.Builder timer(String name, String description, Enum<?> outcome) {
        return Timer.builder(name)
                .description(description)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BUCKETS);
    }

    private static <E extends Enum<E>, M> M meterOf(Map<E, M> meters, E key) {
        M meter = meters.get(key);
        if (meter == null) {
            throw new IllegalStateException("No meter for " + key);
        }
        return meter;
    }
}
