package io.lancang.trade.rate;

import io.lancang.kit.cost.Cost;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("A figure in another currency with the rate that it was converted by, or the reason why there is none.")
@Cost(weight = 0)
public record Conversion(
        @Description(
                "The converted amount, marked ESTIMATED; the figure itself if it is in this currency. Null with `gap`"
                        + " where there is no rate.")
        @Nullable
        Money amount,

        @Description("The rate; null if nothing was converted.") @Nullable
        ExchangeRate rate,

        @Description("Why nothing could be converted; null if it was.") @Nullable
        Gap gap) {}
