package io.lancang.gateway.cache.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has the gateway keep answers and count requests in a Valkey, if there is one on this machine. */
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
                    "2s",
                    // More than any test asks.
                    "lancang.gateway.rates.anonymous.requests-per-minute",
                    "100000",
                    "lancang.gateway.rates.store",
                    "redis",
                    "lancang.gateway.rates.redis.url",
                    started.url(),
                    "lancang.gateway.rates.redis.timeout",
                    "2s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(ValkeyResource.class));
    }

    /** Where it listens. */
    public String url() {
        return Objects.requireNonNull(server, "there is one on this machine").url();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
