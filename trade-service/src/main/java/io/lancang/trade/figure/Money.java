package io.lancang.trade.figure;

import io.lancang.kit.cost.Cost;
import io.lancang.kit.scalar.Decimal;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An exact amount with all that is needed to read it. */
@Description("An amount of money with all that is needed to read it.")
@Cost(weight = 0)
public record Money(
        @Description("The amount in units of the currency, neither thousands nor millions.") @NonNull
        Decimal amount,

        @Description("The currency of the amount.") @NonNull Currency currency,

        @Description("FOB for exports, CIF for imports; null where both are in the amount (totals and balances) or"
                + " where the notion does not apply.")
        @Nullable
        Valuation valuation,

        @Description("How sure this amount is.") @NonNull Quality quality,

        @Description("Whether the amount was converted by an implied rate: true exactly if the quality is ESTIMATED.")
        boolean estimated) {

    /** An amount; whether it is estimated follows from its quality. */
    public static Money of(BigDecimal amount, Currency currency, @Nullable Valuation valuation, Quality quality) {
        return new Money(new Decimal(amount), currency, valuation, quality, quality == Quality.ESTIMATED);
    }

    /** The amount to reckon with. */
    public BigDecimal number() {
        return amount.floatValueForSerialization();
    }
}
