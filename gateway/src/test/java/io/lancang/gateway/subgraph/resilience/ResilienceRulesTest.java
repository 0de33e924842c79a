package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResilienceRulesTest {
    @ParameterizedTest
    @CsvSource({
        "connect-timeout, 0s",
        "first-byte-timeout, -1s",
        "retry.max-attempts, 0",
        "retry.budget, -1",
        "retry.statuses, 200",
        "breaker.failure-share, 0",
        "breaker.min-requests, 51",
        "breaker.probes, 0",
        "hedge.quantile, 1",
        "hedge.budget, 2",
        "bulkhead.max-concurrent, 0",
        "bulkhead.max-waiting, -1",
        "bulkhead.patience, 0s",
        "ejection.failures, 0",
        "ejection.pause, 0s",
        "ejection.max-pause, 999ms"
    })
    void namesTheKeyTheSubgraphAndTheRule(String key, String value) {
        var config = TestConfig.with(Map.of("traffic.resilience." + key, value))
                .traffic()
                .resilience();

        ConfigurationException refusal =
                assertThrows(ConfigurationException.class, () -> ResilienceRules.check("trade", config));

        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("key " + key + " of subgraph \"trade\""), message);
        assertTrue(message.contains("must be"), message);
    }
}
