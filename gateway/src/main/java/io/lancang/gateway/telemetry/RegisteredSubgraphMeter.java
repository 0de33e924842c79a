package io.lancang.gateway.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The meters of one subgraph. All are registered at once, so that each is there before its first event. Thread-safe. */
final class RegisteredSubgraphMeter implements SubgraphMeter {
    private static final String REQUESTS = "lancang.gateway.subgraph.requests";
    private static final String DEDUPLICATED = "lancang.gateway.subgraph.deduplicated";
    private static final String RESILIENCE = "lancang.gateway.subgraph.resilience";
    private static final String BREAKER = "lancang.gateway.subgraph.breaker.state";
    private static final String BULKHEAD_RUNNING = "lancang.gateway.subgraph.bulkhead.running";
    private static final String BULKHEAD_WAITING = "lancang.gateway.subgraph.bulkhead.waiting";
    private static final String SERVERS_EJECTED = "lancang.gateway.subgraph.servers.ejected";
    private static final String STREAMS_ACTIVE = "lancang.gateway.subgraph.streams.active";
    private static final String STREAMS_JOINED = "lancang.gateway.subgraph.streams.joined";
    private static final String STREAMS_LEFT_BEHIND = "lancang.gateway.subgraph.streams.left.behind";
    private static final String STREAM_EVENTS = "lancang.gateway.subgraph.events";

    private final MeterRegistry registry;
    private final String subgraph;
    private final Map<SubgraphOutcome, Timer> requests = new EnumMap<>(SubgraphOutcome.class);
    private final Map<ResilienceEvent, Counter> resilience = new EnumMap<>(ResilienceEvent.class);
    private final AtomicInteger open = new AtomicInteger();
    private final Counter received;
    private final Counter deduplicated;
    private final Counter joined;
    private final Counter leftBehind;
    // Of the client that asks the subgraph now: each supergraph that is loaded has its own.
    private volatile @Nullable ResilienceGauges gauges;

    RegisteredSubgraphMeter(MeterRegistry registry, String subgraph, Duration[] buckets) {
        this.registry = registry;
        this.subgraph = subgraph;
        for (SubgraphOutcome outcome : SubgraphOutcome.values()) {
            requests.put(
                    outcome,
                    Timer.builder(REQUESTS)
                            .description("Requests to subgraphs")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .serviceLevelObjectives(buckets)
                            .tag("subgraph", subgraph)
                            .register(registry));
        }
        for (ResilienceEvent event : ResilienceEvent.values()) {
            resilience.put(
                    event,
                    Counter.builder(RESILIENCE)
                            .description("What was done about failures and late answers of subgraphs")
                            .tag("event", event.name().toLowerCase(Locale.ROOT))
                            .tag("subgraph", subgraph)
                            .register(registry));
        }
        deduplicated = Counter.builder(DEDUPLICATED)
                .description("Requests to subgraphs that were not sent, because the same was in flight")
                .tag("subgraph", subgraph)
                .register(registry);
        joined = Counter.builder(STREAMS_JOINED)
                .description("Subscriptions of clients that joined a stream which was open at a subgraph")
                .tag("subgraph", subgraph)
                .register(registry);
        leftBehind = Counter.builder(STREAMS_LEFT_BEHIND)
                .description("Subscriptions that ended because the client read a stream which it shared too slowly")
                .tag("subgraph", subgraph)
                .register(registry);
        received = Counter.builder(STREAM_EVENTS)
                .description("Events from subgraphs")
                .tag("subgraph", subgraph)
                .register(registry);
        Gauge.builder(STREAMS_ACTIVE, open, AtomicInteger::get)
                .description("Subscriptions that are open at subgraphs")
                .tag("subgraph", subgraph)
                .register(registry);
        gauge(
                BREAKER,
                "Whether a subgraph is asked: 0 yes, 1 to see whether it answers, 2 no",
                shown -> shown.breaker().getAsInt());
        gauge(
                BULKHEAD_RUNNING,
                "Requests to a subgraph whose number is bounded",
                shown -> shown.running().getAsInt());
        gauge(
                BULKHEAD_WAITING,
                "Requests that wait because the number of those to a subgraph is bounded",
                shown -> shown.waiting().getAsInt());
        gauge(
                SERVERS_EJECTED,
                "Servers of a subgraph that are left out, because their latest requests failed",
                shown -> shown.ejected().getAsInt());
    }

    private void gauge(String name, String description, ToIntFunction<ResilienceGauges> value) {
        Gauge.builder(name, this, meter -> {
                    ResilienceGauges shown = meter.gauges;
                    return shown == null ? 0 : value.applyAsInt(shown);
                })
                .description(description)
                .tag("subgraph", subgraph)
                .register(registry);
    }

    @Override
    public void request(SubgraphOutcome outcome, long nanos) {
        Objects.requireNonNull(requests.get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void deduplicated() {
        deduplicated.increment();
    }

    @Override
    public void resilience(ResilienceEvent event) {
        Objects.requireNonNull(resilience.get(event)).increment();
    }

    @Override
    public void watch(ResilienceGauges current) {
        gauges = current;
    }

    @Override
    public void streamJoined() {
        joined.increment();
    }

    @Override
    public void streamLeftBehind() {
        leftBehind.increment();
    }

    @Override
    public void streamOpened() {
        open.incrementAndGet();
    }

    @Override
    public void event() {
        received.increment();
    }

    @Override
    public void streamClosed() {
        open.decrementAndGet();
    }
}
