package io.lancang.trade.advantage;

import io.lancang.trade.figure.Money;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * The advantage in one product.
 *
 * @param productId its key, served as {@code product}
 */
@Description("The comparative advantage that exports of one product reveal.")
public record ProductAdvantage(
        @Description(
                "Balassa's index: `exporterShare` / `marketShare`. Above 1 the product weighs more among these exports"
                        + " than among those of all exporters; null where all of them export nothing of it.")
        @Nullable
        Double index,

        @Description("The index made symmetric, from -1 to 1 with 0 for no difference: (index - 1) / (index + 1).")
        @Nullable
        Double symmetricIndex,

        @Description("Share of the product in the exporter's exports to the market, in percent.") @Nullable
        Double exporterShare,

        @Description("Share of the product in the exports of all exporters to the market, in percent.") @Nullable
        Double marketShare,

        @Description("The exporter's exports of the product to the market, as it reported them.") @NonNull
        Money exports,

        @Ignore String productId) {

    static ProductAdvantage of(
            @Nullable Double index,
            @Nullable Double exporterShare,
            @Nullable Double marketShare,
            Money exports,
            String productId) {
        Double symmetric = index == null ? null : (index - 1) / (index + 1);
        return new ProductAdvantage(index, symmetric, exporterShare, marketShare, exports, productId);
    }
}
