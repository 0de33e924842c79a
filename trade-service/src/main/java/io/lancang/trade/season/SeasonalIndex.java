package io.lancang.trade.season;

import io.lancang.kit.cost.ListSize;
import io.lancang.trade.figure.Gap;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How trade goes over the months of a year: simple averages of the ratios to the mean month of each year.")
public record SeasonalIndex(
        @Description("The years that have a total in all twelve months, ascending; empty with `gap`.") @NonNull
        List<@NonNull Integer> years,

        @Description("January to December; empty with `gap`.") @ListSize(assumedSize = 12) @NonNull
        List<@NonNull SeasonalMonth> months,

        @Description("Why there is no index; null if there is one.") @Nullable
        Gap gap) {}
