package io.lancang.gateway.server;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway where nobody but programs should find anything: pages are off, and batches on. */
public final class OtherSwitches implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lancang.gateway.explorer.enabled", "false",
                "lancang.gateway.explorer.health", "false",
                "lancang.gateway.explorer.openapi", "false",
                "lancang.gateway.introspection.enabled", "false",
                "lancang.gateway.mcp.enabled", "true",
                "lancang.gateway.batching.enabled", "true",
                "lancang.gateway.batching.max-operations", "3",
                "lancang.gateway.answers.max-size", "2K");
    }
}
