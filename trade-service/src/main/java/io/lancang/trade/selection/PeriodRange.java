package io.lancang.trade.selection;

import io.lancang.kit.error.ServiceException;
import io.lancang.trade.period.Frequency;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the periods of a filter. */
final class PeriodRange {
    private static final int JANUARY = 1;
    private static final int DECEMBER = 12;

    private PeriodRange() {}

    /**
     * The periods that a filter names. Fails with BAD_USER_INPUT for a month that is none, a month of years, a year that
     * no figure is about, or bounds the wrong way round.
     */
    static Selection.When of(TradeFlowFilter filter, Frequency frequency, Known known) {
        LocalDate first = bound(new Bound("from", filter.from(), "fromMonth", filter.fromMonth()), frequency, JANUARY);
        LocalDate last = bound(new Bound("to", filter.to(), "toMonth", filter.toMonth()), frequency, DECEMBER);
        if (first != null && last != null && first.isAfter(last)) {
            throw ServiceException.badInput(
                    "`from` (" + first + ") is after `to` (" + last + ").", "Send the earlier period as `from`.");
        }
        checkWithin("from", first, known);
        checkWithin("to", last, known);
        return new Selection.When(frequency, first, last);
    }

    private record Bound(
            String yearName,
            @Nullable Integer year,
            String monthName,
            @Nullable Integer month) {}

    private static @Nullable LocalDate bound(Bound bound, Frequency frequency, int otherwise) {
        Integer month = bound.month();
        if (month != null && frequency == Frequency.ANNUAL) {
            throw ServiceException.badInput(
                    "`" + bound.monthName() + "` is given, and the periods are years.",
                    "Leave it out, or ask for `frequency: MONTHLY`.");
        }
        if (month != null && (month < JANUARY || month > DECEMBER)) {
            throw ServiceException.badInput(
                    "`" + bound.monthName() + "` is " + month + "; it must be from 1 to 12.", "Send 1 to 12.");
        }
        Integer year = bound.year();
        if (year == null) {
            if (month != null) {
                throw ServiceException.badInput(
                        "`" + bound.monthName() + "` is given without `" + bound.yearName() + "`.",
                        "Add the year that the month is of.");
            }
            return null;
        }
        if (year < 1 || year > 9999) {
            throw ServiceException.badInput(
                    "`" + bound.yearName() + "` is " + year + ", which is no year.", "Send a year such as 2024.");
        }
        return switch (frequency) {
            case ANNUAL -> LocalDate.of(year, JANUARY, 1);
            case MONTHLY, CUMULATIVE -> LocalDate.of(year, month == null ? otherwise : month, 1);
        };
    }

    private static void checkWithin(String argument, @Nullable LocalDate bound, Known known) {
        LocalDate first = known.first();
        LocalDate last = known.last();
        if (bound == null || first == null || last == null) {
            return;
        }
        if (bound.getYear() < first.getYear() || bound.getYear() > last.getYear()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + bound.getYear() + "; figures of this frequency reach from "
                            + first.getYear() + " to " + last.getYear() + ".",
                    "Ask for years from " + first.getYear() + " to " + last.getYear() + ", or leave `" + argument
                            + "` out.");
        }
    }
}
