package io.lancang.trade.advantage;

import io.lancang.kit.cost.ListSize;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.product.Classification;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What an exporter is good at selling in a market.
 *
 * @param datasetNumber number of the dataset, served as {@code dataset}; null with a gap
 */
@Description(
        "The comparative advantages that an economy's exports to a market reveal, beside those of all exporters whose"
                + " reports the same dataset has (Balassa 1965, within one market).")
public record ComparativeAdvantage(
        @Description("Code of the exporter.") @Id @NonNull String exporterCode,

        @Description("Code of the market; `WORLD` for exports to everywhere, as in Balassa's own index.") @Id @NonNull
        String marketCode,

        @Description("The calendar year.") int year,

        @Description("The classification of the products.") @NonNull
        Classification classification,

        @Description("The level of the products.") int level,

        @Description("How many exporters are compared, this one included; 0 with `gap`.")
        int exporters,

        @Description(
                "The products that the exporter reports, strongest advantage first; empty with `gap`. A product that it"
                        + " does not report is left out, which does not mean zero.")
        @NonNull
        @ListSize(assumedSize = 30)
        List<@NonNull ProductAdvantage> products,

        @Description("Why there is no index; null if there are some.") @Nullable
        Gap gap,

        @Ignore @Nullable Integer datasetNumber) {

    static ComparativeAdvantage of(
            Comparison.Key key, int exporters, List<ProductAdvantage> products, int datasetNumber) {
        return about(key, exporters, products, null, datasetNumber);
    }

    static ComparativeAdvantage undefined(Comparison.Key key, Gap gap) {
        return about(key, 0, List.of(), gap, null);
    }

    private static ComparativeAdvantage about(
            Comparison.Key key,
            int exporters,
            List<ProductAdvantage> products,
            @Nullable Gap gap,
            @Nullable Integer datasetNumber) {
        Comparison comparison = key.comparison();
        return new ComparativeAdvantage(
                key.exporter(),
                comparison.other(),
                comparison.year(),
                comparison.goods().classification(),
                comparison.goods().level(),
                exporters,
                products,
                gap,
                datasetNumber);
    }
}
