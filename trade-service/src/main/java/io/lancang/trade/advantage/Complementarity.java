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
 * How well what one economy sells suits what another buys.
 *
 * @param datasetNumber number of the dataset, served as {@code dataset}; null with a gap
 */
@Description(
        "How well what one economy sells suits what another buys, by the composition of both (Michaely 1996). Fields"
                + " say what each composition was computed from: where only the trade of the two with each other is loaded for one"
                + " side, the index says how like their trade is to the other side's whole.")
public record Complementarity(
        @Description("Code of the exporter.") @Id @NonNull String exporterCode,

        @Description("Code of the importer.") @Id @NonNull String importerCode,

        @Description("The calendar year.") int year,

        @Description("The classification of the products.") @NonNull
        Classification classification,

        @Description("The level of the products.") int level,

        @Description(
                "The index: 100 * (1 - half the sum over products of |import share - export share|), which is the sum of"
                        + " the smaller share of each. From 0, where nothing that one sells is bought by the other, to 100, where"
                        + " both are composed alike. Null with `gap` where undefined.")
        @Nullable
        Double index,

        @Description("What the composition of the exports was computed from; null with `gap`.") @Nullable
        StructureBasis exportBasis,

        @Description("What the composition of the imports was computed from; null with `gap`.") @Nullable
        StructureBasis importBasis,

        @Description("The products that either side reports, largest overlap first; empty with `gap`.")
        @NonNull
        @ListSize(assumedSize = 30)
        List<@NonNull ProductMatch> products,

        @Description("Why there is no index; null if there is one.") @Nullable
        Gap gap,

        @Ignore @Nullable Integer datasetNumber) {

    static Complementarity of(
            Comparison.Key key,
            StructureBasis exports,
            StructureBasis imports,
            List<ProductMatch> products,
            int dataset) {
        double index = products.stream().mapToDouble(ProductMatch::overlap).sum();
        return about(key, index, exports, imports, products, null, dataset);
    }

    static Complementarity undefined(Comparison.Key key, Gap gap) {
        return about(key, null, null, null, List.of(), gap, null);
    }

    private static Complementarity about(
            Comparison.Key key,
            @Nullable Double index,
            @Nullable StructureBasis exports,
            @Nullable StructureBasis imports,
            List<ProductMatch> products,
            @Nullable Gap gap,
            @Nullable Integer dataset) {
        Comparison comparison = key.comparison();
        return new Complementarity(
                key.exporter(),
                comparison.other(),
                comparison.year(),
                comparison.goods().classification(),
                comparison.goods().level(),
                index,
                exports,
                imports,
                products,
                gap,
                dataset);
    }
}
