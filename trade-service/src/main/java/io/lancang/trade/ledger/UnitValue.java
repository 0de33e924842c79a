package io.lancang.trade.ledger;

import io.lancang.kit.scalar.Decimal;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.TradedQuantity;
import java.math.RoundingMode;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What a kilogram was worth: amount / net weight, with four digits behind the point.")
public record UnitValue(
        @Description("The amount for one unit; null with `gap` where it is undefined.") @Nullable
        Decimal amount,

        @Description("Currency of the amount.") @NonNull Currency currency,

        @Description("The unit of weight: `kg`.") @NonNull String unit,

        @Description("Whether the weight is an estimate.") boolean estimated,

        @Description("Why there is none; null if there is one.") @Nullable
        Gap gap) {
    private static final int DIGITS = 4;

    /** That of a figure. */
    static UnitValue of(TradeFlow flow) {
        TradedQuantity weight = flow.netWeight();
        Currency currency = flow.value().currency();
        if (weight == null) {
            return undefined(currency, GapReason.NOT_REPORTED, "The figure has no net weight.");
        }
        return weight.number().signum() == 0
                ? undefined(currency, GapReason.ZERO_BASE, "The net weight is zero.")
                : new UnitValue(
                        new Decimal(flow.value().number().divide(weight.number(), DIGITS, RoundingMode.HALF_EVEN)),
                        currency,
                        TradedQuantity.KILOGRAMS,
                        weight.estimated(),
                        null);
    }

    private static UnitValue undefined(Currency currency, GapReason reason, String why) {
        return new UnitValue(null, currency, TradedQuantity.KILOGRAMS, false, Gap.of(reason, why));
    }
}
