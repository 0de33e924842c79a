package io.lancang.corridor.edit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.error.ServiceException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HappenedTest {
    /** Seven in the morning of the 26th in Kunming. */
    private final Happened happened = new Happened(InstantSource.fixed(Instant.parse("2026-11-25T23:00:00Z")));

    @Test
    void takesADayThatHasBegunEastOfGreenwich() {
        assertDoesNotThrow(() -> happened.check("`date` is the 26th", LocalDate.of(2026, 11, 26), "Wait."));
    }

    @Test
    void refusesADayThatHasBegunNowhere() {
        ServiceException refused = assertThrows(
                ServiceException.class,
                () -> happened.check("`date` is the 27th", LocalDate.of(2026, 11, 27), "Wait."));

        assertEquals("`date` is the 27th, which is still to come.", refused.getMessage());
        assertEquals("Wait.", refused.hint());
    }
}
