package io.lancang.trade.complexity;

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
 * Complexity of economies and products.
 *
 * @param datasetNumber number of the dataset, served as {@code dataset}; null with a gap
 */
@Description(
        "Which economies export what few others can, and which products those are, by their exports to one market: indices"
                + " of economic and product complexity by the method of the Atlas of Economic Complexity (Hausmann, Hidalgo and others"
                + " 2014). An economy makes a product if Balassa's index is 1 or more.")
public record EconomicComplexity(
        @Description("The calendar year.") int year,

        @Description("Code of the market; `WORLD` for exports to everywhere, as in the Atlas.") @Id @NonNull
        String marketCode,

        @Description("The classification of the products.") @NonNull
        Classification classification,

        @Description("The level of the products.") int level,

        @Description("The exporters, most complex first; empty with `gap`.") @ListSize(assumedSize = 150) @NonNull
        List<@NonNull ComplexEconomy> economies,

        @Description("The products, most complex first; empty with `gap`.") @ListSize(assumedSize = 30) @NonNull
        List<@NonNull ComplexProduct> products,

        @Description("Why there are no indices; null if there are some.") @Nullable
        Gap gap,

        @Ignore @Nullable Integer datasetNumber) {}
