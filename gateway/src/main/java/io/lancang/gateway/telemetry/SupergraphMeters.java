package io.lancang.gateway.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The meters of which supergraph is served. Thread-safe. */
final class SupergraphMeters {
    private static final String LOADS = "lancang.gateway.supergraph.loads";
    private static final String SINCE = "lancang.gateway.supergraph.since";

    private final MeterRegistry registry;
    private final Map<SupergraphLoad, Counter> loads = new EnumMap<>(SupergraphLoad.class);

    SupergraphMeters(MeterRegistry registry) {
        this.registry = registry;
        for (SupergraphLoad outcome : SupergraphLoad.values()) {
            loads.put(
                    outcome,
                    Counter.builder(LOADS)
                            .description("How often another supergraph was looked for")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void count(SupergraphLoad outcome) {
        Objects.requireNonNull(loads.get(outcome)).increment();
    }

    /** One series at a time: that of the supergraph that is served. */
    synchronized void serves(String digest, Instant since) {
        registry.find(SINCE).meters().forEach(registry::remove);
        long seconds = since.getEpochSecond();
        Gauge.builder(SINCE, () -> seconds)
                .description("Since when the supergraph with this SHA-256 is served, in seconds of Unix time")
                .baseUnit("seconds")
                .tag("sha256", digest)
                .register(registry);
    }
}
