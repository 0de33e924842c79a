package io.lancang.trade.totals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.error.ServiceException;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {
    /** Years with a figure: 2001 and 2003. */
    private final Coverage coverage = Coverage.of(
            Frequency.ANNUAL,
            new TreeSet<>(List.of(LocalDate.of(2001, 1, 1), LocalDate.of(2003, 1, 1))),
            Set.of(),
            Set.of());

    @Test
    void reachesFromTheFirstPeriodWithAFigureToTheLast() {
        assertEquals(
                List.of("2001", "2002", "2003"),
                coverage.within(null, null).stream().map(Period::label).toList());
        assertEquals(
                List.of("2002", "2003"),
                coverage.within(2002, null).stream().map(Period::label).toList());
        assertEquals(
                List.of("2001"),
                coverage.within(2001, 2001).stream().map(Period::label).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {2000, 2004})
    void refusesAYearThatTheDataDoNotReach(int year) {
        ServiceException refused = assertThrows(ServiceException.class, () -> coverage.checkYear("from", year));

        assertEquals("`from` is " + year + "; the data reach from 2001 to 2003.", refused.getMessage());
    }

    @Test
    void takesTheFirstAndTheLastYear() {
        assertEquals(2001, coverage.checkYear("from", 2001));
        assertEquals(2003, coverage.checkYear("to", 2003));
    }
}
