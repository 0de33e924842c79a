package io.lancang.gateway.telemetry;

import io.lancang.federation.execute.CacheCounts;
import io.lancang.gateway.limits.Admission;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The gateway's meters. Thread-safe. */
@Singleton
public class GatewayMetrics {
    private static final String REQUESTS = "lancang.gateway.requests";
    private static final String ACTIVE = "lancang.gateway.requests.active";
    private static final String SUBGRAPH_REQUESTS = "lancang.gateway.subgraph.requests";
    private static final String PLAN_CACHE_REQUESTS = "lancang.gateway.plan.cache.requests";
    private static final String PLAN_CACHE_SIZE = "lancang.gateway.plan.cache.size";
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

    @Inject
    GatewayMetrics(MeterRegistry registry, Admission admission) {
        this.registry = registry;
        for (RequestOutcome outcome : RequestOutcome.values()) {
            requests.put(outcome, timer(REQUESTS, "Client requests", outcome).register(registry));
        }
        Gauge.builder(ACTIVE, admission, Admission::running)
                .description("Client requests in work")
                .register(registry);
    }

    /** Counts a client's request that took {@code nanos} and ended as {@code outcome}. */
    public void request(RequestOutcome outcome, long nanos) {
        timerOf(requests, outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** The meters of one subgraph. */
    public SubgraphMeter subgraph(String name) {
        Map<SubgraphOutcome, Timer> timers = new EnumMap<>(SubgraphOutcome.class);
        for (SubgraphOutcome outcome : SubgraphOutcome.values()) {
            timers.put(
                    outcome,
                    timer(SUBGRAPH_REQUESTS, "Requests to subgraphs", outcome)
                            .tag("subgraph", name)
                            .register(registry));
        }
        return (outcome, nanos) -> timerOf(timers, outcome).record(nanos, TimeUnit.NANOSECONDS);
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

    private static Timer.Builder timer(String name, String description, Enum<?> outcome) {
        return Timer.builder(name)
                .description(description)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BUCKETS);
    }

    private static <E extends Enum<E>> Timer timerOf(Map<E, Timer> timers, E outcome) {
        Timer timer = timers.get(outcome);
        if (timer == null) {
            throw new IllegalStateException("No timer for " + outcome);
        }
        return timer;
    }
}
