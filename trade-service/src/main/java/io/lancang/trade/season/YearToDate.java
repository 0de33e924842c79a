package io.lancang.trade.season;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import io.lancang.trade.flow.ComparisonBasis;
import io.lancang.trade.flow.PeriodSum;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Sums over the months of a year up to one of them. */
@Description("Sums over the months of a year from January to one of them.")
public record YearToDate(
        @Description("How many months are summed: the number of the month.")
        int months,

        @Description("The reporter's exports from January on, FOB; null where a month lacks a figure.") @Nullable
        Money exports,

        @Description("The reporter's imports from January on, CIF; null where a month lacks a figure.") @Nullable
        Money imports,

        @Description("Exports plus imports; null where either is.") @Nullable
        Money total,

        @Description("Exports minus imports; null where either is.") @Nullable
        Money balance,

        @Description(
                "Change of the total on the same months of the year before, in percent; of a bloc or another set of partners"
                        + " over those with a figure in all of these months, unless another `composition` is asked for. Null with"
                        + " `growthGap` where undefined.")
        @Nullable
        Double growthOnYear,

        @Description("Over which partners `growthOnYear` is; null for one partner, and where it is null.") @Nullable
        ComparisonBasis basis,

        @Description("Why `growthOnYear` is null; null if it is not.") @Nullable
        Gap growthGap,

        @Description("Why an amount is null, or which members lack a month; null if nothing is missing.") @Nullable
        Gap gap) {
    static YearToDate of(int months, PeriodSum sum) {
        return new YearToDate(
                months,
                sum.exports(),
                sum.imports(),
                sum.total(),
                sum.balance(),
                sum.growthOnYear(),
                sum.basis(),
                sum.growthGap(),
                sum.gap());
    }
}
