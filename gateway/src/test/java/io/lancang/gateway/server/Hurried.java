package io.lancang.gateway.server;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway with times that a test can wait for, and with less time for a request than a subgraph may take for its part. */
public final class Hurried implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lancang.gateway.limits.deadline", "2s",
                "lancang.gateway.clients.head-timeout", "1s",
                "lancang.gateway.clients.body-timeout", "1500ms");
    }
}
