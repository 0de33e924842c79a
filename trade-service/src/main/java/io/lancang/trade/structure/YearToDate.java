package io.lancang.trade.structure;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Sums over the months of a year up to one of them. */
@Description("Sums over the months of a year from January to one of them, each of one dataset.")
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
                        + " over those with a figure in all of these months. Null where undefined.")
        @Nullable
        Double growthOnYear,

        @Description("Why an amount is null, or which members lack a month; null if nothing is missing.") @Nullable
        Gap gap) {
    /** The same with another growth. */
    YearToDate growingBy(@Nullable Double percent) {
        return new YearToDate(months, exports, imports, total, balance, percent, gap);
    }
}
