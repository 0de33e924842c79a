package io.lancang.corridor.ground.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "2021-12-03,        DAY,   2021-12-03, 2021-12-03, false",
        "2017-04,           MONTH, 2017-04-01, 2017-04-30, false",
        "2024-02,           MONTH, 2024-02-01, 2024-02-29, false",
        "2008,              YEAR,  2008-01-01, 2008-12-31, false",
        "2030 (target),     YEAR,  2030-01-01, 2030-12-31, true",
        "2007-04 (planned), MONTH, 2007-04-01, 2007-04-30, true"
    })
    void knowsNoMoreThanItsText(
            String text, DatePrecision precision, LocalDate earliest, LocalDate latest, boolean target) {
        assertEquals(Optional.of(new PartialDate(text, precision, earliest, latest, target)), PartialDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1990s", "2021-13", "2021-02-30", "2021-1-1", "about 2008", "2030 (maybe)"})
    void isNotMadeUpFromOtherText(String text) {
        assertEquals(Optional.empty(), PartialDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "+999999999-12-31", "0999-12-31", "2021-02-30", "", "soon"})
    void isUnknownIfWhatIsStoredIsNoDate(String text) {
        assertNull(PartialDate.stored(text));
    }

    @Test
    void isReadFromWhatIsStored() {
        assertEquals(
                new PartialDate(
                        "2008", DatePrecision.YEAR, LocalDate.of(2008, 1, 1), LocalDate.of(2008, 12, 31), false),
                PartialDate.stored("2008"));
        assertNull(PartialDate.stored(null));
    }

    @Test
    void hasADayOnlyIfItIsKnownAndHappened() {
        assertEquals(
                Optional.of(LocalDate.of(2021, 12, 3)),
                PartialDate.parse("2021-12-03").flatMap(PartialDate::day));
        assertEquals(Optional.empty(), PartialDate.parse("2021-12").flatMap(PartialDate::day));
        assertEquals(Optional.empty(), PartialDate.parse("2021-12-03 (planned)").flatMap(PartialDate::day));
    }
}
