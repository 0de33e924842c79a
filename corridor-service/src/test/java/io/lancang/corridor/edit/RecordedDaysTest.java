package io.lancang.corridor.edit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedDaysTest {
    @ParameterizedTest
    @ValueSource(strings = {"1000-01-01", "2024-02-29", "2999-12-31"})
    void areOfTheYearsThatFilesMayHave(LocalDate day) {
        assertDoesNotThrow(() -> RecordedDays.check("date", day));
    }

    @Test
    void mayBeLeftOut() {
        @Nullable LocalDate none = null;
        assertDoesNotThrow(() -> RecordedDays.check("periodStart", none));
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
        ServiceException refused =
                assertThrows(ServiceException.class, () -> RecordedDays.check("date", LocalDate.parse(day)));

        assertEquals(ErrorCode.BAD_USER_INPUT, refused.code());
        assertEquals("`date` is " + day + ", of the year " + year + ".", refused.getMessage());
        assertEquals("Send a day of the years 1000 to 2999.", refused.hint());
    }
}
