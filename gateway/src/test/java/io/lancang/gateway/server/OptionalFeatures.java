package io.lancang.gateway.server;

import io.lancang.gateway.access.service.FakeKeyService;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway with what is off by default, where that makes no difference to requests that do not ask for it. */
public final class OptionalFeatures implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Map.of(
                // Nobody is told this address: no subgraph of these tests sends callbacks.
                "lancang.gateway.callbacks.url",
                "http://localhost:9000/callback",
                "lancang.gateway.override-labels-header",
                "X-Labels",
                // Every operation, so that no test has to be slow.
                "lancang.gateway.slow-operations.threshold",
                "0s",
                // Other classes of this profile ask more in a minute than is logged by default.
                "lancang.gateway.slow-operations.max-per-minute",
                "1000000",
                "lancang.gateway.usage.enabled",
                "true",
                "lancang.gateway.contracts.\"public\".exclude",
                "internal",
                "lancang.gateway.contracts.\"names\".include",
                "name"));
        settings.put("lancang.gateway.mcp.enabled", "true");
        settings.put("lancang.gateway.mcp.allowed-origins", "https://chat.example");
        settings.put("lancang.gateway.mcp.max-answer-size", "2K");
        settings.put("lancang.gateway.documents.trusted", "src/test/resources/mcp/documents.json");
        return settings;
    }

    /** Keys are asked for when one is sent. */
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeKeyService.class));
    }
}
