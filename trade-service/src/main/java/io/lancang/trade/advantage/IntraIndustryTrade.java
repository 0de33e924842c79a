package io.lancang.trade.advantage;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.product.Classification;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * How much of two economies' trade goes both ways in the same products.
 *
 * @param datasetNumber number of the dataset, served as {@code dataset}; null with a gap
 */
@Description(
        "How much of the trade of two economies goes both ways within the same products (Grubel and Lloyd 1975). The finer the"
                + " products, the less it is.")
public record IntraIndustryTrade(
        @Description("Code of the reporter.") @Id @NonNull String reporterCode,
        @Description("Code of the partner.") @Id @NonNull String partnerCode,
        @Description("The calendar year.") int year,

        @Description("The classification of the products.") @NonNull
        Classification classification,

        @Description("The level of the products.") int level,

        @Description(
                "The index in percent: 100 * (1 - sum over products of |exports - imports| / sum of (exports + imports)). 100 if"
                        + " each product goes both ways alike, 0 if none goes both ways. Null with `gap` where undefined.")
        @Nullable
        Double index,

        @Description(
                "Whether imports are the exports to the reporter that the partner reports, because the dataset has no imports"
                        + " of the reporter's by product; null with `gap`.")
        @Nullable
        Boolean mirrored,

        @Description("Why there is no index; null if there is one.") @Nullable
        Gap gap,

        @Ignore @Nullable Integer datasetNumber) {}
