package io.lancang.trade.rate;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description(
        "The amounts of a point in another currency with the rate that they were converted by, or the reason why there"
                + " are none.")
public record ConvertedPoint(
        @Description("Exports; null where the point has none, or with `gap`.") @Nullable
        Money exports,

        @Description("Imports; null where the point has none, or with `gap`.") @Nullable
        Money imports,

        @Description("The total; null where the point has none, or with `gap`.") @Nullable
        Money total,

        @Description("The balance; null where the point has none, or with `gap`.") @Nullable
        Money balance,

        @Description("The rate; null if nothing was converted.") @Nullable
        ExchangeRate rate,

        @Description("Why nothing could be converted; null if it was, and for a point without amounts.") @Nullable
        Gap gap) {}
