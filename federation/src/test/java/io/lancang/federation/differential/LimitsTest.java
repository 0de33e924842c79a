package io.lancang.federation.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void goesOnForAsManyCasesAndMinutesAsAskedFor() {
        assertEquals(
                new Limits(7, 100, Duration.ofMinutes(3)),
                Limits.parse("--seed", "7", "--cases", "100", "--minutes", "3"));
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        assertEquals(
                "differential does not know '--hours'. See ./lancang --help",
                assertThrows(IllegalArgumentException.class, () -> Limits.parse("--hours", "1"))
                        .getMessage());
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertEquals(
                "--seed needs a number, not 'one'",
                assertThrows(IllegalArgumentException.class, () -> Limits.parse("--seed", "one"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Limits.parse("--seed"));
    }
}
