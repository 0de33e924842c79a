package io.lancang.kit.argument;

import io.lancang.kit.error.ServiceException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The years that days and moments of arguments may be of. Java knows years up to 999,999,999, of which clients of the database
 * make other ones.
 */
public final class Years {
    private static final int FIRST = 1;
    private static final int LAST = 9999;

    private Years() {}

    /**
     * Refuses a day of a year that is out of range; null is none.
     *
     * @throws ServiceException BAD_USER_INPUT if the year is not from {@value #FIRST} to {@value #LAST}
     */
    public static void check(String argument, @Nullable LocalDate day) {
        if (day != null) {
            check(argument, day.getYear(), day);
        }
    }

    /** The same of a moment. */
    public static void check(String argument, @Nullable OffsetDateTime moment) {
        if (moment != null) {
            check(argument, moment.getYear(), moment);
        }
    }

    private static void check(String argument, int year, Object given) {
        if (year < FIRST || year > LAST) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + given + ", of the year " + year + ".",
                    "Years are from " + FIRST + " to " + LAST + ".");
        }
    }
}
