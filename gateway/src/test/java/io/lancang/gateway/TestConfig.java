package io.lancang.gateway;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.subscription.ConnectionInit;
import io.lancang.gateway.config.subscription.StreamProtocol;
import io.lancang.gateway.config.subscription.StreamSharing;
import io.lancang.gateway.subgraph.endpoint.StreamSettings;
import io.lancang.gateway.subgraph.failure.ErrorMask;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The gateway's configuration without the application: the real defaults, and what a test sets. */
public final class TestConfig {
    private TestConfig() {}

    /** The defaults, except for these keys, given without {@code lancang.gateway.}. */
    public static GatewayConfig with(Map<String, String> keys) {
        Map<String, String> full = new HashMap<>();
        keys.forEach((key, value) -> full.put("lancang.gateway." + key, value));
        return with(new PropertiesConfigSource(full, "test", 300));
    }

    /** Keys with which each failure shows, and none is mended by another attempt. */
    public static Map<String, String> withoutResilience() {
        return Map.of(
                "traffic.resilience.retry.enabled", "false",
                "traffic.resilience.breaker.enabled", "false",
                "traffic.resilience.hedge.enabled", "false");
    }

    /** The defaults, except for these environment variables. */
    public static GatewayConfig withEnvironment(Map<String, String> variables) {
        return with(new EnvConfigSource(variables, 300));
    }

    /** How a subgraph is subscribed to by default. */
    public static StreamSettings streams() {
        return streams(StreamSharing.UNTIL_FIRST_EVENT);
    }

    /** As by default, but for whether clients share streams. */
    public static StreamSettings streams(StreamSharing sharing) {
        return new StreamSettings(
                StreamProtocol.WEBSOCKET,
                /* path= */ null,
                ConnectionInit.EMPTY,
                Duration.ofSeconds(60),
                10_000,
                16,
                sharing,
                256);
    }

    /** Shows all that subgraphs say. */
    public static ErrorMask noMask() {
        return ErrorMask.of(with(Map.of("subgraph-errors.mask", "false")));
    }

    private static GatewayConfig with(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withSources(source)
                .withMapping(GatewayConfig.class)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
