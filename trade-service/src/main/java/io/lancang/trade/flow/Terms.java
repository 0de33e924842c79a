package io.lancang.trade.flow;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.totals.Coverage;
import io.lancang.trade.totals.Reporter;
import io.lancang.trade.totals.SeenTotals;

/**
 * The terms in which trade is served.
 *
 * @param frequency length of the periods
 * @param currency currency of the amounts
 * @param totals the figures, as they are seen from somewhere
 */
public record Terms(Frequency frequency, Currency currency, SeenTotals totals) {
    /** The same in years. */
    public Terms annual() {
        return new Terms(Frequency.ANNUAL, currency, totals);
    }

    /** From when the figures are seen. */
    public Vantage vantage() {
        return totals.vantage();
    }

    /** Whose reports they are. */
    public Reporter reporter() {
        return totals.reporter();
    }

    /** What is covered in periods of this length. */
    public Coverage coverage() {
        return totals.coverage(frequency);
    }
}
