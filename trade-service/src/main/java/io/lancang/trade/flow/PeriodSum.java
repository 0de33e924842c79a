package io.lancang.trade.flow;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import io.lancang.trade.period.Period;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What several months come to. */
@Description("The sum over several months, such as a quarter or twelve months.")
public record PeriodSum(
        @Description("The first month.") @NonNull Period from,
        @Description("The last month.") @NonNull Period to,

        @Description("The reporter's exports, FOB; null where a month lacks a figure.") @Nullable
        Money exports,

        @Description("The reporter's imports, CIF; null where a month lacks a figure.") @Nullable
        Money imports,

        @Description("Exports plus imports; null where either is.") @Nullable
        Money total,

        @Description("Exports minus imports; null where either is.") @Nullable
        Money balance,

        @Description(
                "Change of the total on the same months a year earlier, in percent: (total - earlier) / earlier * 100. Of"
                        + " a bloc or another set of partners over those with a figure in every one of these months, unless another"
                        + " `composition` is asked for; null with `growthGap` where undefined.")
        @Nullable
        Double growthOnYear,

        @Description("Over which partners `growthOnYear` is; null for one partner, and where it is null.") @Nullable
        ComparisonBasis basis,

        @Description("Why `growthOnYear` is null; null if it is not.") @Nullable
        Gap growthGap,

        @Description("Why an amount is null, or which members lack a month; null if nothing is missing.") @Nullable
        Gap gap) {}
