package io.lancang.gateway.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The meters of what the cache of answers holds. Each supergraph that is loaded has a cache of its own. */
final class CacheStoreMeters {
    private static final String SIZE = "lancang.gateway.cache.size";
    private static final String MEMORY = "lancang.gateway.cache.memory";
    private static final String EVICTIONS = "lancang.gateway.cache.evictions";

    private CacheStoreMeters() {}

    static <T> void register(
            MeterRegistry registry,
            T owner,
            ToDoubleFunction<T> parts,
            ToDoubleFunction<T> bytes,
            ToDoubleFunction<T> evictions) {
        // A registry gives back the meter that it has, which would go on asking the owner before.
        for (String name : List.of(SIZE, MEMORY, EVICTIONS)) {
            registry.find(name).meters().forEach(registry::remove);
        }
        Gauge.builder(SIZE, owner, parts)
                .description("Parts of answers in the cache")
                .register(registry);
        Gauge.builder(MEMORY, owner, bytes)
                .description("Memory that the parts in the cache take")
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder(EVICTIONS, owner, evictions)
                .description("Parts that had to make room for others")
                .register(registry);
    }
}
