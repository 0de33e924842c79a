package io.lancang.gateway.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.OperationType;
import io.lancang.gateway.TestConfig;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bounds of what is counted by names that clients choose. */
class OperationMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void tellsNoMoreOperationsApartThanItMay() {
        OperationMeters meters = meters(Map.of("operation-metrics.max-operations", "2"));
        for (String name : new String[] {"A", "B", "C", "D", "A", "C"}) {
            meters.operation(OperationType.QUERY, name, "web", RequestOutcome.DATA, 1);
        }

        assertEquals(2, count("A"));
        assertEquals(1, count("B"));
        assertEquals(3, count("other"));
        assertEquals(3, registry.find("lancang.gateway.operations").timers().size());
    }

    @Test
    void anOperationThatCannotBeRunHasNoName() {
        OperationMeters meters = meters(Map.of());

        meters.operation(null, null, "web", RequestOutcome.REQUEST_ERROR, 1);

        assertTrue(registry.find("lancang.gateway.operations").timers().isEmpty());
        assertEquals(1, registry.get("lancang.gateway.clients").timer().count());
    }

    @Test
    void codesThatSubgraphsChooseAreCountedTogether() {
        OperationMeters meters = meters(Map.of());
        int before = registry.find("lancang.gateway.errors").counters().size();

        meters.errors(Map.of("THEIR_OWN", 2, "ANOTHER", 1, "TIMEOUT", 4));

        assertEquals(
                3,
                registry.get("lancang.gateway.errors")
                        .tag("code", "other")
                        .counter()
                        .count());
        assertEquals(
                4,
                registry.get("lancang.gateway.errors")
                        .tag("code", "TIMEOUT")
                        .counter()
                        .count());
        assertEquals(before, registry.find("lancang.gateway.errors").counters().size());
    }

    @Test
    void countsNothingByNamesWhereItIsOff() {
        OperationMeters meters = meters(Map.of("operation-metrics.enabled", "false"));

        meters.operation(OperationType.QUERY, "A", "web", RequestOutcome.DATA, 1);

        assertTrue(registry.find("lancang.gateway.operations").timers().isEmpty());
        assertTrue(registry.find("lancang.gateway.clients").timers().isEmpty());
    }

    private OperationMeters meters(Map<String, String> keys) {
        return new OperationMeters(registry, TestConfig.with(keys).operationMetrics());
    }

    private long count(String operation) {
        Timer timer = registry.get("lancang.gateway.operations")
                .tag("operation", operation)
                .timer();
        return timer.count();
    }
}
