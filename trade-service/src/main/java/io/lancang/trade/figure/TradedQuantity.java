package io.lancang.trade.figure;

import io.lancang.kit.scalar.Decimal;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How much was traded, in a unit. Quantities in different units do not add, and none is converted.")
public record TradedQuantity(
        @Description("How much.") @NonNull Decimal amount,

        @Description(
                "The unit as the file names it; from UN Comtrade that of the World Customs Organization, such as `u` for"
                        + " items, `kg`, `m³`, `2u` for pairs.")
        @NonNull
        String unit,

        @Description("Whether whoever gives the figure estimated it.")
        boolean estimated) {
    /** What net weights are in. */
    public static final String KILOGRAMS = "kg";

    /** A quantity that the data have. */
    public static TradedQuantity of(BigDecimal amount, String unit, boolean estimated) {
        return new TradedQuantity(new Decimal(amount), unit, estimated);
    }

    /** The number, to compute with. */
    public BigDecimal number() {
        return amount.floatValueForSerialization();
    }
}
