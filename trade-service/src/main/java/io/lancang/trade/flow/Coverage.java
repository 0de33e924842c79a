package io.lancang.trade.flow;

import io.lancang.kit.error.ServiceException;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.YearRange;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the loaded datasets cover at all, for any partner, in periods of one length.
 *
 * @param periods every period from the first with a figure to the last, quoted ones included
 * @param cells flows that some partner has a figure for, by period and currency
 */
record Coverage(NavigableSet<Period> periods, Set<Cell> cells) {
    /**
     * A flow in a period and a currency.
     *
     * @param flow X or M
     * @param ofWorld whether it is that with the world, and not with a partner
     */
    record Cell(String flow, LocalDate start, Currency currency, boolean ofWorld) {}

    /** @param starts first days of the periods with a figure */
    static Coverage of(Frequency frequency, Set<LocalDate> starts, Set<Cell> cells) {
        NavigableSet<Period> periods = new TreeSet<>();
        NavigableSet<LocalDate> sorted = new TreeSet<>(starts);
        for (LocalDate start = sorted.isEmpty() ? null : sorted.first();
                start != null && !start.isAfter(sorted.last());
                start = start.plusMonths(frequency.months())) {
            periods.add(Period.of(frequency, start));
        }
        return new Coverage(periods, Set.copyOf(cells));
    }

    boolean covers(Subject subject, String flow, Period period, Currency currency) {
        return cells.contains(new Cell(flow, period.key(), currency, Subject.WORLD.equals(subject)));
    }

    /** Whether another currency has what this one has not. */
    boolean coversInAnyCurrency(Subject subject, String flow, Period period) {
        for (Currency currency : Currency.values()) {
            if (covers(subject, flow, period, currency)) {
                return true;
            }
        }
        return false;
    }

    boolean contains(Period period) {
        return periods.contains(period);
    }

    /**
     * The periods of the years from {@code from} to {@code to}; a bound that is not given is the data's own.
     *
     * @throws ServiceException BAD_USER_INPUT if they are the wrong way round or outside of the data
     */
    List<Period> within(@Nullable Integer from, @Nullable Integer to) {
        int first = from == null ? firstYear() : checkYear("from", from);
        int last = to == null ? lastYear() : checkYear("to", to);
        YearRange.checkOrder(first, last);
        return periods.stream()
                .filter(period -> period.year() >= first && period.year() <= last)
                .toList();
    }

    /**
     * Returns {@code year} if the data know it.
     *
     * @param argument name of the argument, for the message
     */
    int checkYear(String argument, int year) {
        if (periods.isEmpty()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + year + "; no figure had been loaded yet.",
                    "Ask with a later `asOf`, or without it.");
        }
        if (year < firstYear() || year > lastYear()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + year + "; the data reach from " + firstYear() + " to " + lastYear()
                            + ".",
                    "Ask for years from " + firstYear() + " to " + lastYear() + ", or leave `" + argument + "` out.");
        }
        return year;
    }

    private int firstYear() {
        return periods.isEmpty() ? 0 : periods.first().year();
    }

    private int lastYear() {
        return periods.isEmpty() ? 0 : periods.last().year();
    }
}
