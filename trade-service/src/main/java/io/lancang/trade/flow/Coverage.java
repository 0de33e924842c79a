package io.lancang.trade.flow;

import io.lancang.kit.error.ServiceException;
import io.lancang.trade.figure.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the loaded datasets cover at all, for any partner.
 *
 * @param firstYear first year with a figure
 * @param lastYear last year with a figure, quoted ones included
 * @param cells flows that some partner has a figure for, by year and currency
 */
record Coverage(int firstYear, int lastYear, Set<Cell> cells) {
    /** A flow, X or M, in a year and a currency. */
    record Cell(String flow, int year, Currency currency) {}

    boolean covers(String flow, int year, Currency currency) {
        return cells.contains(new Cell(flow, year, currency));
    }

    /** Whether another currency has what this one has not. */
    boolean coversInAnyCurrency(String flow, int year) {
        for (Currency currency : Currency.values()) {
            if (covers(flow, year, currency)) {
                return true;
            }
        }
        return false;
    }

    boolean contains(int year) {
        return year >= firstYear && year <= lastYear;
    }

    /**
     * The years from {@code from} to {@code to}; a bound that is not given is the data's own.
     *
     * @throws ServiceException BAD_USER_INPUT if they are the wrong way round or outside of the data
     */
    List<Integer> years(@Nullable Integer from, @Nullable Integer to) {
        int first = from == null ? firstYear : checkYear("from", from);
        int last = to == null ? lastYear : checkYear("to", to);
        if (first > last) {
            throw ServiceException.badInput(
                    "`from` (" + first + ") is after `to` (" + last + ").", "Send the earlier year as `from`.");
        }
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /**
     * Returns {@code year} if the data know it.
     *
     * @param argument name of the argument, for the message
     */
    int checkYear(String argument, int year) {
        if (!contains(year)) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + year + "; the data reach from " + firstYear + " to " + lastYear + ".",
                    "Ask for years from " + firstYear + " to " + lastYear + ", or leave `" + argument + "` out.");
        }
        return year;
    }
}
