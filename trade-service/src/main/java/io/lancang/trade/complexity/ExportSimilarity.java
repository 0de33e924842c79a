package io.lancang.trade.complexity;

import io.lancang.trade.figure.Gap;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * How alike two exporters are in a market.
 *
 * @param datasetNumber number of the dataset, served as {@code dataset}; null with a gap
 */
@Description("How alike the exports of two economies to one market are.")
public record ExportSimilarity(
        @Description("Code of the exporter.") @Id @NonNull String code,

        @Description("Code of the other exporter.") @Id @NonNull
        String otherCode,

        @Description("Code of the market.") @Id @NonNull String marketCode,
        @Description("The calendar year.") int year,

        @Description(
                "Index of export similarity in percent (Finger and Kreinin 1979): 100 * the sum over products of the smaller of"
                        + " the two shares. 100 if both export the same mix, 0 if nothing that one exports is exported by the other."
                        + " Null with `gap` where undefined.")
        @Nullable
        Double index,

        @Description("Why there is no index; null if there is one.") @Nullable
        Gap gap,

        @Ignore @Nullable Integer datasetNumber) {}
