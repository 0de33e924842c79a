package io.lancang.trade.flow;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.period.Frequency;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How a total grew on that of an earlier period.")
public record Growth(
        @Description("(total - base) / base * 100; null with `gap` where undefined.") @Nullable
        Double percent,

        @Description("The point that the total grew on, over the partners that are compared.") @NonNull
        TradePoint from,

        @Description("The point itself, over the partners that are compared.") @NonNull
        TradePoint to,

        @Description("Over which partners; null for one partner.") @Nullable
        ComparisonBasis basis,

        @Description("Why the growth is undefined; null if it is not.") @Nullable
        Gap gap) {

    /** The growth of a point's total. */
    static Growth of(TradePoint point, GrowthBase base, ComparedMembers members) {
        Comparison compared = Comparison.of(
                point.subject(), base.of(point.period()), point.period(), FlowSelection.TOTAL, members, point.terms());
        Money before = compared.earlier().total();
        Money after = compared.later().total();
        if (before == null || after == null) {
            return undefined(compared, compared.gap() == null ? noTotal(compared, after == null) : compared.gap());
        }
        if (!isOfOneDataset(compared)) {
            return undefined(compared, otherDatasets(compared));
        }
        return before.number().signum() == 0
                ? undefined(compared, zero(compared.earlier()))
                : new Growth(
                        Percent.change(before.number(), after.number()),
                        compared.earlier(),
                        compared.later(),
                        compared.basis(),
                        null);
    }

    /**
     * Whether what grows is of one dataset. Datasets of months define trade differently; those of years follow one another, and each
     * point says which it is of.
     */
    private static boolean isOfOneDataset(Comparison compared) {
        return compared.later().period().frequency() == Frequency.ANNUAL
                || spanOf(compared.earlier()).isOfOneDatasetWith(spanOf(compared.later()));
    }

    private static Span spanOf(TradePoint point) {
        return Span.of(point.subject(), List.of(point.period()), point.terms());
    }

    private static Gap otherDatasets(Comparison compared) {
        return Gap.of(
                GapReason.COMPOSITION_CHANGED,
                "The figures of " + compared.earlier().period().label() + " and "
                        + compared.later().period().label() + " are of different datasets, which do not compare.");
    }

    private static Growth undefined(Comparison compared, Gap gap) {
        return new Growth(null, compared.earlier(), compared.later(), compared.basis(), gap);
    }

    private static Gap noTotal(Comparison compared, boolean ofLater) {
        return Gap.of(
                GapReason.NO_BASE,
                ofLater
                        ? "There is no total of " + compared.later().period().label() + "."
                        : "There is no total of " + compared.earlier().period().label() + " to compare with.");
    }

    private static Gap zero(TradePoint base) {
        return Gap.of(GapReason.ZERO_BASE, "The total of " + base.period().label() + " is zero.");
    }
}
