package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 3000",
                "0 | 0",
                "Sat, 28 Nov 2026 12:00:05 GMT | 5000",
                "Sat, 28 Nov 2026 11:00:00 GMT | 0",
                "99999999999999999999 | 86400000",
                "-1 | 0",
                "soon | 0"
            })
    void readsSecondsAndDates(String header, long millis) {
        assertEquals(millis, RetryAfter.millis(header, NOW));
    }

    @Test
    void isZeroIfMissing() {
        assertEquals(0, RetryAfter.millis(null, NOW));
    }
}
