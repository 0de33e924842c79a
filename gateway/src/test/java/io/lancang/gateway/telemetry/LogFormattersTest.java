package io.lancang.gateway.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway ships says of formatters. */
class LogFormattersTest {
    @ParameterizedTest
    @ValueSource(strings = {"file", "syslog", "socket"})
    void areMadeForNothingThatIsNotLoggedTo(String place) throws IOException {
        assertEquals(false, isJson(place, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "syslog", "socket"})
    void writeJsonWhereverElseLogsGo(String place) throws IOException {
        assertEquals(true, isJson(place, Map.of("quarkus.log." + place + ".enabled", "true")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "syslog", "socket"})
    void writeTextWhereThatIsAskedFor(String place) throws IOException {
        Map<String, String> asked =
                Map.of("quarkus.log." + place + ".enabled", "true", "quarkus.log." + place + ".json.enabled", "false");

        assertEquals(false, isJson(place, asked));
    }

    private static boolean isJson(String place, Map<String, String> asked) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(LogFormattersTest.class.getResource("/application.properties"), 100))
                .withSources(new PropertiesConfigSource(asked, "asked", 300))
                .build()
                .getValue("quarkus.log." + place + ".json.enabled", boolean.class);
    }
}
