package io.lancang.trade.period;

import io.lancang.trade.figure.Currency;
import org.eclipse.microprofile.graphql.Description;

@Description("How long a period is.")
public enum Frequency {
    @Description("Calendar years.")
    ANNUAL("A", 12, Currency.USD),
    @Description("Calendar months.")
    MONTHLY("M", 1, Currency.CNY),
    @Description("Sums from January to a month, as they were published. `TradePoint.yearToDate` sums months instead.")
    CUMULATIVE("C", 1, Currency.USD);

    private final String code;
    private final int months;
    private final Currency reportedCurrency;

    Frequency(String code, int months, Currency reportedCurrency) {
        this.code = code;
        this.months = months;
        this.reportedCurrency = reportedCurrency;
    }

    /** How the database writes it. */
    public String code() {
        return code;
    }

    /** How many months lie between the beginnings, or for sums from January on the ends, of neighbouring periods. */
    public int months() {
        return months;
    }

    /** The currency that most figures of this frequency are in. */
    public Currency reportedCurrency() {
        return reportedCurrency;
    }

    /** The frequency that the database writes so. */
    public static Frequency ofCode(String code) {
        for (Frequency frequency : values()) {
            if (frequency.code.equals(code)) {
                return frequency;
            }
        }
        throw new IllegalArgumentException("There is no frequency '" + code + "'.");
    }
}
