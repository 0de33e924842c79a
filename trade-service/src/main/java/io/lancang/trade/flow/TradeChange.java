package io.lancang.trade.flow;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How trade changed between two years. Whatever is undefined is null, and the gap says why. */
@Description("How trade changed between two years. How sure the change is can be read from its two points: one may be"
        + " computed and the other quoted.")
public record TradeChange(
        @Description("The earlier point.") @NonNull TradePoint from,
        @Description("The later point.") @NonNull TradePoint to,

        @Description("Later minus earlier amount; null if either is missing.") @Nullable
        Money absolute,

        @Description("Change in percent of the earlier amount; null if it is missing or zero.") @Nullable
        Double percent,

        @Description(
                "How many times the later amount is the earlier: later / earlier. Null if that is missing or zero.")
        @Nullable
        Double fold,

        @Description("Compound annual growth rate in percent: ((later / earlier) ^ (1 / years) - 1) * 100. Null where"
                + " `fold` is.")
        @Nullable
        Double cagr,

        @Description("Why the change is undefined; null if it is not.") @Nullable
        Gap gap) {

    /** The change of one flow between two points of a series. */
    public static TradeChange between(TradePoint from, TradePoint to, FlowSelection flow) {
        Money before = from.amountOf(flow);
        Money after = to.amountOf(flow);
        if (before == null || after == null) {
            TradePoint missing = before == null ? from : to;
            return undefined(from, to, null, noAmount(missing, flow));
        }
        BigDecimal start = before.number();
        BigDecimal end = after.number();
        Money absolute = Money.of(
                end.subtract(start),
                after.currency(),
                after.valuation(),
                before.quality().orWeaker(after.quality()));
        if (start.signum() == 0) {
            Gap gap =
                    Gap.of(GapReason.ZERO_BASE, "The amount of " + from.period().label() + " is zero.");
            return undefined(from, to, absolute, gap);
        }
        int years = to.period().year() - from.period().year();
        return new TradeChange(
                from,
                to,
                absolute,
                Percent.change(start, end),
                Percent.fold(start, end),
                Percent.compoundGrowth(start, end, years),
                null);
    }

    private static TradeChange undefined(TradePoint from, TradePoint to, @Nullable Money absolute, Gap gap) {
        return new TradeChange(from, to, absolute, null, null, null, gap);
    }

    private static Gap noAmount(TradePoint missing, FlowSelection flow) {
        String sentence = "There is no figure of " + missing.period().label() + " for " + flow + ".";
        Gap cause = missing.gap();
        return cause == null
                ? Gap.of(GapReason.NO_BASE, sentence)
                : new Gap(GapReason.NO_BASE, sentence + " " + cause.detail(), cause.missingCodes());
    }
}
