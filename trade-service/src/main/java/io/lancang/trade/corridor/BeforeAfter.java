package io.lancang.trade.corridor;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import io.lancang.trade.flow.ComparisonBasis;
import io.lancang.trade.flow.TradePoint;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Trade with the partners of a corridor in the years before and after it opened. The year of the"
        + " opening belongs to neither. What changed after the opening did not have to change because of it.")
public record BeforeAfter(
        @Description("Day of the opening; null if there was none or no more than its month or year is known.") @Nullable
        LocalDate openedOn,

        @Description("How many calendar years were asked for on either side.")
        int years,

        @Description("The years before the year of the opening, ascending.") @NonNull
        List<@NonNull TradePoint> before,

        @Description("The year of the opening; null if the data do not know it.") @Nullable
        TradePoint openingYear,

        @Description("The years after the year of the opening as far as the data reach, ascending.") @NonNull
        List<@NonNull TradePoint> after,

        @Description("Mean yearly total of those years before that have one; null if none has.") @Nullable
        Money averageBefore,

        @Description("Mean yearly total of those years after that have one; null if none has.") @Nullable
        Money averageAfter,

        @Description("Change from the mean before to the mean after, in percent; null where undefined.") @Nullable
        Double percent,

        @Description(
                "Over which partners the years before and after are: those with figures in every year that has any,"
                        + " unless `composition` asks for others. The year of the opening is over all of them. Null if nothing is compared.")
        @Nullable
        ComparisonBasis basis,

        @Description(
                "Which years lack a total, or that the year of the opening is not known; null if nothing is missing.")
        @Nullable
        Gap gap) {}
