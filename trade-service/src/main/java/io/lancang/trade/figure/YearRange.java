package io.lancang.trade.figure;

import io.lancang.kit.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** The rules of the arguments {@code from} and {@code to}, which are calendar years. Null is no bound. */
public final class YearRange {
    private static final int FIRST = 1;
    private static final int LAST = 9999;

    private YearRange() {}

    /** Refuses a range that ends before it begins. */
    public static void checkOrder(@Nullable Integer from, @Nullable Integer to) {
        if (from != null && to != null && from > to) {
            throw ServiceException.badInput(
                    "`from` (" + from + ") is after `to` (" + to + ").", "Send the earlier year as `from`.");
        }
    }

    /**
     * Refuses what is no year of the calendar, and a range that ends before it begins.
     *
     * @param example a year that there are figures of, for the hint
     */
    public static void check(@Nullable Integer from, @Nullable Integer to, int example) {
        checkYear("from", from, example);
        checkYear("to", to, example);
        checkOrder(from, to);
    }

    private static void checkYear(String argument, @Nullable Integer year, int example) {
        if (year != null && (year < FIRST || year > LAST)) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + year + ", which is no year.", "Send a year such as " + example + ".");
        }
    }
}
