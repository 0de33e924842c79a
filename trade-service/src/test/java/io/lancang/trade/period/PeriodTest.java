package io.lancang.trade.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    @Test
    void lastsFromItsFirstDayToItsLast() {
        Period year = Period.ofYear(2024);
        Period month = Period.of(Frequency.MONTHLY, LocalDate.of(2024, 2, 1));
        Period sum = Period.of(Frequency.CUMULATIVE, LocalDate.of(2024, 2, 1));

        assertEquals("2024-01-01 to 2024-12-31", year.start() + " to " + year.end());
        assertEquals("2024-02-01 to 2024-02-29", month.start() + " to " + month.end());
        assertEquals("2024-01-01 to 2024-02-29", sum.start() + " to " + sum.end());
    }

    @Test
    void comesAfterTheOneBeforeOfItsOwnLength() {
        Period january = Period.of(Frequency.MONTHLY, LocalDate.of(2024, 1, 1));

        assertEquals(Period.ofYear(2023), Period.ofYear(2024).previous());
        assertEquals("2023-12", january.previous().label());
        assertEquals("2023-01", january.yearEarlier().label());
        assertEquals(Period.ofYear(2023), Period.ofYear(2024).yearEarlier());
    }
}
