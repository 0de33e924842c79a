package io.lancang.gateway.subgraph.resilience;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or a date of HTTP. */
public final class RetryAfter {
    /** As long as a request could wait for. More digits are as much. */
    private static final long LONGEST_SECONDS = 86_400;

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** Milliseconds to wait from now on; 0 if the header is missing, past, or cannot be read. */
    public static long millis(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return 0;
        }
        String value = header.strip();
        if (value.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            long seconds = value.length() > MOST_DIGITS ? LONGEST_SECONDS : Long.parseLong(value);
            return Math.min(LONGEST_SECONDS, seconds) * 1000;
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.clamp(date.toEpochMilli() - now.toEpochMilli(), 0, LONGEST_SECONDS * 1000);
        } catch (DateTimeException unreadable) {
            // As if it were missing: how long to wait is then the gateway's affair.
            return 0;
        }
    }
}
