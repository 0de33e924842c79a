package io.lancang.integration.webhook.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.integration.webhook.WebhookConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With what is configured by default: five seconds, doubled up to an hour, for three days. */
class RetriesTest {
    private static final OffsetDateTime SINCE = OffsetDateTime.parse("2026-11-29T10:00:00Z");

    private final Retries retries = new Retries(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(WebhookConfig.class)
            .build()
            .getConfigMapping(WebhookConfig.class));

    private @Nullable OffsetDateTime next(OffsetDateTime now, int failed, @Nullable Duration asked, double chance) {
        return retries.next(SINCE, now, failed, asked, chance);
    }

    @Test
    void waitsTwiceAsLongEachTimeAndAnHourAtMost() {
        assertEquals(SINCE.plusSeconds(5), next(SINCE, 1, null, 1));
        assertEquals(SINCE.plusSeconds(10), next(SINCE, 2, null, 1));
        assertEquals(SINCE.plusSeconds(40), next(SINCE, 4, null, 1));
        assertEquals(SINCE.plusHours(1), next(SINCE, 60, null, 1));
    }

    @Test
    void waitsHalfAsLongAtLeast() {
        assertEquals(SINCE.plusSeconds(20), next(SINCE, 4, null, 0));
    }

    @Test
    void leavesAReceiverAloneForAsLongAsItAsks() {
        assertEquals(SINCE.plusMinutes(7), next(SINCE, 1, Duration.ofMinutes(7), 1));
        assertEquals(SINCE.plusSeconds(5), next(SINCE, 1, Duration.ofSeconds(1), 1), "never less than by itself");
    }

    @Test
    void endsAfterThreeDays() {
        assertEquals(SINCE.plusDays(3), next(SINCE.plusDays(3).minusHours(1), 60, null, 1));
        assertNull(next(SINCE.plusDays(3).minusMinutes(59), 60, null, 1));
    }

    @Test
    void readsSecondsAndDatesADayAtMost() {
        Instant now = Instant.parse("2026-11-29T10:00:00Z");
        assertEquals(Duration.ofMinutes(2), RetryAfter.of(" 120 ", now));
        assertEquals(Duration.ofMinutes(5), RetryAfter.of("Sun, 29 Nov 2026 10:05:00 GMT", now));
        assertEquals(Duration.ZERO, RetryAfter.of("Sun, 29 Nov 2026 09:05:00 GMT", now));
        assertEquals(Duration.ofDays(1), RetryAfter.of("999999999", now));
        assertNull(RetryAfter.of("soon", now));
        assertNull(RetryAfter.of(null, now));
    }
}
