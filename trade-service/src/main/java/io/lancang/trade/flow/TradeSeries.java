package io.lancang.trade.flow;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A series that is asked for. Its points are read only when they are selected.
 *
 * @param subject whose trade
 * @param periods the periods asked for, ascending
 * @param terms in which terms
 * @param openStart whether the series begins with the first period that has a figure
 * @param openEnd whether the series ends with the last period that has a figure
 */
@Description(
        "The trade of a reporter, China unless another is asked for, with a partner, a bloc or a set of partners over"
                + " time, as it was reported.")
public record TradeSeries(
        @Description("The currency of every amount in the series.") @NonNull
        Currency currency,

        @Description("Length of the periods.") @NonNull Frequency frequency,

        @Ignore Subject subject,
        @Ignore List<Period> periods,
        @Ignore Terms terms,
        @Ignore boolean openStart,
        @Ignore boolean openEnd) {}
