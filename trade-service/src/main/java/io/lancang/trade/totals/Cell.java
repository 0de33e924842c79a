package io.lancang.trade.totals;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import java.time.LocalDate;

/**
 * Where a figure of a partner stands, as one number: period, then currency, then flow. Ascending in the order in which the
 * database sorts the three.
 */
final class Cell {
    private static final int MONTHS = 12;
    private static final int CURRENCIES = 2;
    private static final int FLOWS = 2;

    private Cell() {}

    /**
     * @param period first day of the period, or of the last month of a sum from January on
     * @param flow exports or imports; what is a part of them has no total
     */
    static int of(LocalDate period, Currency currency, Flow flow) {
        int month = period.getYear() * MONTHS + period.getMonthValue() - 1;
        return (month * CURRENCIES + placeOf(currency)) * FLOWS + placeOf(flow);
    }

    /** The period that a cell is about, named as in {@link #of}. */
    static LocalDate period(int cell) {
        int month = cell / (CURRENCIES * FLOWS);
        return LocalDate.of(month / MONTHS, month % MONTHS + 1, 1);
    }

    static Currency currency(int cell) {
        return cell / FLOWS % CURRENCIES == placeOf(Currency.CNY) ? Currency.CNY : Currency.USD;
    }

    static Flow flow(int cell) {
        return cell % FLOWS == placeOf(Flow.IMPORTS) ? Flow.IMPORTS : Flow.EXPORTS;
    }

    private static int placeOf(Currency currency) {
        return switch (currency) {
            case CNY -> 0;
            case USD -> 1;
        };
    }

    private static int placeOf(Flow flow) {
        return switch (flow) {
            case IMPORTS -> 0;
            case EXPORTS -> 1;
            case RE_EXPORTS, RE_IMPORTS -> throw new IllegalArgumentException("There are no totals of " + flow);
        };
    }
}
