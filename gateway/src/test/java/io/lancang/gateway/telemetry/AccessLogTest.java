package io.lancang.gateway.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;

/** The form of lines, and which requests have one. */
class AccessLogTest {
    @Test
    void nothingThatAClientChoosesBeginsALineOrAnotherValue() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("client", "a b\" status=200");
        values.put("operation", "x\r\nstatus=500\u2028y");
        values.put("errors", "");
        values.put("path", "/" + "p".repeat(300));

        assertEquals(
                "client=\"a b\\\" status=200\" operation=\"x\\\\u000d\\\\u000astatus=500\\\\u2028y\" path=/"
                        + "p".repeat(199) + "…",
                written(log("1.0", 0), values));
    }

    @Test
    void ofASampleThoseWithErrorsAreAlwaysWritten() {
        // By chance 0.3 and 0.2: the one is not among a quarter of the requests, the other is.
        assertFalse(log("0.25", 0.3).takes(false));
        assertTrue(log("0.25", 0.2).takes(false));
        assertTrue(log("0.25", 0.3).takes(true));
        assertTrue(log("1.0", 0.9999).takes(false));
        assertFalse(log("0", 0).takes(false));
    }

    @Test
    void writesNothingUnlessSomebodySaysSo() {
        AccessLog off = new AccessLog(TestConfig.with(Map.of()).accessLog(), () -> 0);

        assertFalse(off.takes(true));
    }

    @Test
    void refusesAShareOfMoreThanAll() {
        assertThrows(ConfigurationException.class, () -> log("1.5", 0));
        assertThrows(ConfigurationException.class, () -> log("NaN", 0));
    }

    private static AccessLog log(String sample, double chance) {
        return new AccessLog(
                TestConfig.with(Map.of("access-log.enabled", "true", "access-log.sample", sample))
                        .accessLog(),
                () -> chance);
    }

    private static String written(AccessLog log, Map<String, String> values) {
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                messages.add(logged.getMessage());
            }

            @Override
            public void flush() {
                // Nothing waits.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger logger = Logger.getLogger(AccessLog.CATEGORY);
        logger.addHandler(handler);
        log.write(values);
        logger.removeHandler(handler);
        return messages.getFirst();
    }
}
