package io.lancang.integration;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** What the service shares with gateways and administrators. */
public final class Secrets implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "the-token-that-gateways-share-with-it";
    static final String ADMIN_KEY = "lck_AdminKey_" + "A".repeat(43);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lancang.integration.gateway-token",
                TOKEN,
                "lancang.integration.admin-key",
                ADMIN_KEY,
                "lancang.integration.streams",
                "3");
    }

    @Override
    public void stop() {
        // They go with the configuration.
    }
}
