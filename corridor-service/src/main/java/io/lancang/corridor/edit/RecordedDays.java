package io.lancang.corridor.edit;

import io.lancang.kit.error.ServiceException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that single facts may have: those of the years that files may have. Fewer than what may be asked about, since a day
 * that is kept as text is read as a date of a file, and clients of the database make other years of those far away.
 */
final class RecordedDays {
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    private RecordedDays() {}

    /**
     * Refuses a day of a year that is out of range; null is none.
     *
     * @throws ServiceException BAD_USER_INPUT if the year is not from {@value #FIRST_YEAR} to {@value #LAST_YEAR}
     */
    static void check(String argument, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + day + ", of the year " + day.getYear() + ".",
                    "Send a day of the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
    }
}
