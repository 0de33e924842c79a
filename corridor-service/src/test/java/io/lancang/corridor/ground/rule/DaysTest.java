package io.lancang.corridor.ground.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
    /** Seven in the morning of the 26th in Kunming. */
    private final Days days = new Days(InstantSource.fixed(Instant.parse("2026-11-25T23:00:00Z")));

    @ParameterizedTest
    @ValueSource(strings = {"1000-01-01", "2024-02-29", "2999-12-31"})
    void areOfTheYearsThatFilesMayHave(LocalDate day) {
        assertEquals(Optional.empty(), Days.faultOf(day));
    }

    @ParameterizedTest
    @CsvSource({
        "-999999999-01-01, -999999999",
        "0000-12-31,       0",
        "0999-12-31,       999",
        "3000-01-01,       3000",
        "+999999999-12-31, 999999999"
    })
    void areOfNoOtherYear(String day, int year) {
        assertEquals(
                Optional.of(new Fault(day + " is of the year " + year, "Give a day of the years 1000 to 2999.")),
                Days.faultOf(LocalDate.parse(day)));
    }

    @Test
    void haveBegunAsSoonAsTheyHaveAnywhere() {
        assertEquals(Optional.empty(), days.faultOfReported(LocalDate.of(2026, 11, 26)));
        assertEquals(
                Optional.of(new Fault("2026-11-27 is still to come", "Record what has happened.")),
                days.faultOfReported(LocalDate.of(2026, 11, 27)));
        assertEquals(
                Optional.of(new Fault("0999-01-01 is of the year 999", "Give a day of the years 1000 to 2999.")),
                days.faultOfReported(LocalDate.of(999, 1, 1)));
    }
}
