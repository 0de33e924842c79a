package io.lancang.gateway.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TracingSwitchTest {
    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final String DISABLED = "quarkus.otel.sdk.disabled";

    @Test
    void isOffWithoutAnEndpoint() {
        assertEquals(true, disabled(Map.of()));
    }

    @Test
    void isOnWithAnEndpoint() {
        assertEquals(false, disabled(Map.of(ENDPOINT, "http://collector:4317")));
    }

    @Test
    void isOffWhenSwitchedOffInSpiteOfAnEndpoint() {
        assertEquals(true, disabled(Map.of(ENDPOINT, "http://collector:4317", DISABLED, "true")));
    }

    @Test
    void isOnWhenSwitchedOn() {
        assertEquals(false, disabled(Map.of(DISABLED, "false")));
    }

    private static boolean disabled(Map<String, String> configured) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withInterceptors(new TracingSwitch())
                // As Quarkus does, whose defaults name a collector on this machine.
                .withDefaultValue(ENDPOINT, "http://localhost:4317")
                .withDefaultValue(DISABLED, "false")
                .withSources(new PropertiesConfigSource(configured, "test", 300))
                .build()
                .getValue(DISABLED, boolean.class);
    }
}
