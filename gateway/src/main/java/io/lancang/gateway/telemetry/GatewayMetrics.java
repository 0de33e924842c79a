package io.lancang.gateway.telemetry;

import io.lancang.gateway.limits.Admission;
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

/** The gateway's meters. Thread-safe. */
@Singleton
public class GatewayMetrics {
    private static final String REQUESTS = "lancang.gateway.requests";
    private static final String ACTIVE = "lancang.gateway.requests.active";
    private static final String SUBGRAPH_REQUESTS = "lancang.gateway.subgraph.requests";
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
