package io.lancang.trade.provenance;

import io.lancang.kit.cost.ListSize;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Which periods a dataset has figures for.
 *
 * @param datasetNumber number of the dataset, served as {@code dataset}
 */
@Description("Which periods a dataset has figures for, in one flow and currency.")
public record Availability(
        @Description("Code of who reports.") @Id @NonNull String reporterCode,
        @Description("Length of the periods.") @NonNull Frequency frequency,
        @Description("Which flow.") @NonNull Flow flow,
        @Description("Which currency.") @NonNull Currency currency,
        @Description("First period with a figure.") @NonNull Period first,
        @Description("Last period with a figure.") @NonNull Period last,
        @Description("How many periods have a figure.") int periods,

        @Description("Periods between the first and the last without a figure.") @NonNull @ListSize(assumedSize = 5)
        List<@NonNull Period> missing,

        @Ignore int datasetNumber) {}
