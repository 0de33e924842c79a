package io.lancang.gateway.server;

import io.lancang.gateway.access.service.FakeKeyService;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A gateway with what is off by default, where that makes no difference to requests that do not ask for it. */
public final class OptionalFeatures implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                // RecordedSpans takes the spans; no collector runs.
                Map.entry("quarkus.otel.sdk.disabled", "false"),
                Map.entry("quarkus.otel.traces.exporter", "none"),
                // Nobody is told this address: no subgraph of these tests sends callbacks.
                Map.entry("lancang.gateway.callbacks.url", "http://localhost:9000/callback"),
                Map.entry("lancang.gateway.override-labels-header", "X-Labels"),
                // Every operation, so that no test has to be slow.
                Map.entry("lancang.gateway.slow-operations.threshold", "0s"),
                // Other classes of this profile ask more in a minute than is logged by default.
                Map.entry("lancang.gateway.slow-operations.max-per-minute", "1000000"),
                Map.entry("lancang.gateway.usage.enabled", "true"),
                Map.entry("lancang.gateway.access-log.enabled", "true"),
                Map.entry("lancang.gateway.contracts.\"public\".exclude", "internal"),
                Map.entry("lancang.gateway.contracts.\"names\".include", "name"),
                Map.entry("lancang.gateway.mcp.enabled", "true"),
                Map.entry("lancang.gateway.mcp.allowed-origins", "https://chat.example"),
                Map.entry("lancang.gateway.mcp.max-answer-size", "2K"),
                Map.entry("lancang.gateway.documents.trusted", "src/test/resources/mcp/documents.json"));
    }

    /** Keys are asked for when one is sent. */
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeKeyService.class));
    }
}
