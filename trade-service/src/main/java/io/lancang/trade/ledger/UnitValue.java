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

@Description("What a unit was worth: amount / net weight, or amount / quantity, with four digits behind the point.")
public record UnitValue(
        @Description("The amount for one unit; null with `gap` where it is undefined.") @Nullable
        Decimal amount,

        @Description("Currency of the amount.") @NonNull Currency currency,

        @Description("The unit: `kg` of weights, that of `TradeFlow.quantity` of quantities; null where there is none.")
        @Nullable
        String unit,

        @Description("Whether the weight or the quantity is an estimate.")
        boolean estimated,

        @Description("Why there is none; null if there is one.") @Nullable
        Gap gap) {
    private static final int DIGITS = 4;

    /** That of a figure. */
    static UnitValue of(TradeFlow flow, UnitValueBy by) {
        return switch (by) {
            case WEIGHT -> of(flow, flow.netWeight(), TradedQuantity.KILOGRAMS, "net weight");
            case QUANTITY -> {
                TradedQuantity quantity = flow.quantity();
                yield of(flow, quantity, quantity == null ? null : quantity.unit(), "quantity");
            }
        };
    }

    private static UnitValue of(TradeFlow flow, @Nullable TradedQuantity many, @Nullable String unit, String what) {
        Currency currency = flow.value().currency();
        if (many == null) {
            return undefined(currency, unit, GapReason.NOT_REPORTED, "The figure has no " + what + ".");
        }
        return many.number().signum() == 0
                ? undefined(currency, unit, GapReason.ZERO_BASE, "The " + what + " is zero.")
                : new UnitValue(
                        new Decimal(flow.value().number().divide(many.number(), DIGITS, RoundingMode.HALF_EVEN)),
                        currency,
                        unit,
                        many.estimated(),
                        null);
    }

    private static UnitValue undefined(Currency currency, @Nullable String unit, GapReason reason, String why) {
        return new UnitValue(null, currency, unit, false, Gap.of(reason, why));
    }
}
