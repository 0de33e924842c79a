package io.lancang.trade.totals;

import io.lancang.kit.error.ServiceException;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
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
 * @param reported flows that some partner has a figure for, by period and currency
 * @param counted those of them of which a dataset with a precedence has a figure
 */
public record Coverage(NavigableSet<Period> periods, Set<Reported> reported, Set<Reported> counted) {
    /**
     * A flow in a period and a currency.
     *
     * @param ofWorld whether it is that with the world, and not with a partner
     */
    public record Reported(Flow flow, LocalDate period, Currency currency, boolean ofWorld) {}

    /** @param starts what names the periods with a figure */
    static Coverage of(
            Frequency frequency, NavigableSet<LocalDate> starts, Set<Reported> reported, Set<Reported> counted) {
        NavigableSet<Period> periods = new TreeSet<>();
        if (!starts.isEmpty()) {
            for (LocalDate start = starts.first();
                    !start.isAfter(starts.last());
                    start = start.plusMonths(frequency.months())) {
                periods.add(Period.of(frequency, start));
            }
        }
        return new Coverage(periods, reported, counted);
    }

    /** Whether some partner, or the world, has a figure. */
    public boolean covers(boolean ofWorld, Flow flow, Period period, Currency currency) {
        return reported.contains(new Reported(flow, period.key(), currency, ofWorld));
    }

    /** Whether datasets without a precedence alone have figures, which count in no series. */
    public boolean coversWithoutCounting(boolean ofWorld, Flow flow, Period period, Currency currency) {
        Reported asked = new Reported(flow, period.key(), currency, ofWorld);
        return reported.contains(asked) && !counted.contains(asked);
    }

    /** Whether another currency has what this one has not. */
    public boolean coversInAnyCurrency(boolean ofWorld, Flow flow, Period period) {
        for (Currency currency : Currency.values()) {
            if (covers(ofWorld, flow, period, currency)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it lies between the first period with a figure and the last. */
    public boolean contains(Period period) {
        return periods.contains(period);
    }

    /**
     * The periods of the years from {@code from} to {@code to}; a bound that is not given is the data's own. None if there are
     * no figures at all.
     *
     * @throws ServiceException BAD_USER_INPUT if they are the wrong way round or outside of the data
     */
    public List<Period> within(@Nullable Integer from, @Nullable Integer to) {
        if (periods.isEmpty()) {
            return List.of();
        }
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
     * @throws ServiceException BAD_USER_INPUT if they do not
     */
    public int checkYear(String argument, int year) {
        if (periods.isEmpty()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + year + "; there is no such figure of any year.",
                    "`availability` lists what is loaded; a later `asOf`, or none, may see more.");
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
