package io.lancang.trade.flow;

import io.lancang.trade.figure.FlowSelection;
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
        @Description("The earlier point, over the partners that are compared.") @NonNull
        TradePoint from,

        @Description("The later point, over the partners that are compared.") @NonNull
        TradePoint to,

        @Description("Over which partners; null for one partner.") @Nullable
        ComparisonBasis basis,

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

    /** The change of one flow in a comparison. */
    public static TradeChange of(Comparison compared, FlowSelection flow) {
        TradePoint from = compared.earlier();
        TradePoint to = compared.later();
        Money before = from.amountOf(flow);
        Money after = to.amountOf(flow);
        if (before == null || after == null) {
            TradePoint missing = before == null ? from : to;
            return undefined(compared, null, compared.gap() == null ? noAmount(missing, flow) : compared.gap());
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
            return undefined(compared, absolute, gap);
        }
        int years = to.period().year() - from.period().year();
        return new TradeChange(
                from,
                to,
                compared.basis(),
                absolute,
                Percent.change(start, end),
                Percent.fold(start, end),
                Percent.compoundGrowth(start, end, years),
                null);
    }

    private static TradeChange undefined(Comparison compared, @Nullable Money absolute, Gap gap) {
        return new TradeChange(compared.earlier(), compared.later(), compared.basis(), absolute, null, null, null, gap);
    }

    private static Gap noAmount(TradePoint missing, FlowSelection flow) {
        String sentence = "There is no figure of " + missing.period().label() + " for " + flow + ".";
        Gap cause = missing.gap();
        return cause == null
                ? Gap.of(GapReason.NO_BASE, sentence)
                : new Gap(GapReason.NO_BASE, sentence + " " + cause.detail(), cause.missingMembers());
    }
}
