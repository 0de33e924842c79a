package io.lancang.trade.flow;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.period.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is looked at one by one when two periods are compared, such as by the shares of each.
 *
 * @param subject the same partners in both periods, unless each period's own are asked for; a partner stays what it is
 * @param basis over which partners; null for one partner, such as the world
 */
public record AlikeSet(Subject subject, @Nullable ComparisonBasis basis) {
    /**
     * Those of a subject that have a figure of both periods. A former unit of reporting counts for none of its successors here: each is
     * looked at by itself.
     */
    public static AlikeSet of(
            Subject whole, Period earlier, Period later, FlowSelection flow, ComparedMembers members, Terms terms) {
        Subject compared = members.of(whole, later);
        if (compared instanceof Subject.OfPartner || members.countsEveryFigure()) {
            return new AlikeSet(compared, ComparisonBasis.of(compared, earlier, later, members, List.of(), terms));
        }
        CommonPartners common = CommonPartners.of(compared, List.of(earlier, later), flow, terms);
        List<String> before = common.codes().getOrDefault(earlier, List.of());
        List<String> both = common.codes().getOrDefault(later, List.of()).stream()
                .filter(before::contains)
                .toList();
        List<String> leftOut = Subject.partnersOf(compared, later, terms.totals()).stream()
                .filter(code -> !both.contains(code))
                .toList();
        return new AlikeSet(
                new Subject.OfSome(compared, both),
                ComparisonBasis.of(compared, earlier, later, members, leftOut, terms));
    }
}
