package io.lancang.gateway.cache.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the gateway keep answers in a Valkey, if there is one on this machine. */
public final class ValkeyResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable ValkeyProcess server;

    @Override
    public Map<String, String> start() {
        if (!ValkeyProcess.isInstalled()) {
            return Map.of();
        }
        try {
            ValkeyProcess started = new ValkeyProcess();
            server = started;
            return Map.of(
                    "lancang.gateway.cache.store",
                    "redis",
                    "lancang.gateway.cache.redis.url",
                    started.url(),
                    "lancang.gateway.cache.redis.timeout",
                    "2s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
