package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final RestartBudget budget = new RestartBudget(Duration.ofMillis(500));

    @Test
    void pausesTwiceAsLongEachTimeAndThenGivesUp() {
        List<Optional<Duration>> pauses = IntStream.rangeClosed(1, 6)
                .mapToObj(minute -> budget.next(BEGIN.plus(Duration.ofMinutes(minute))))
                .toList();

        assertEquals(
                List.of(millis(500), millis(1_000), millis(2_000), millis(4_000), millis(8_000), Optional.empty()),
                pauses);
    }

    @Test
    void forgetsStartsOfTenMinutesAgo() {
        for (int start = 0; start < 5; start++) {
            budget.next(BEGIN);
        }

        assertEquals(Optional.empty(), budget.next(BEGIN.plus(Duration.ofSeconds(599))));
        assertEquals(millis(500), budget.next(BEGIN.plus(Duration.ofMinutes(10))));
    }

    private static Optional<Duration> millis(long millis) {
        return Optional.of(Duration.ofMillis(millis));
    }
}
