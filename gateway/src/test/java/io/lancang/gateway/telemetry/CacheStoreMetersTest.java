package io.lancang.gateway.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class CacheStoreMetersTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    /** Each supergraph that is loaded has a cache of its own. */
    @Test
    void areThoseOfTheCacheThatCameLast() {
        int[] former = {1, 2, 3};
        int[] present = {4, 5, 6};

        CacheStoreMeters.register(registry, former, each -> each[0], each -> each[1], each -> each[2]);
        CacheStoreMeters.register(registry, present, each -> each[0], each -> each[1], each -> each[2]);

        assertEquals(4, registry.get("lancang.gateway.cache.size").gauge().value());
        assertEquals(5, registry.get("lancang.gateway.cache.memory").gauge().value());
        assertEquals(
                6,
                registry.get("lancang.gateway.cache.evictions")
                        .functionCounter()
                        .count());
    }
}
