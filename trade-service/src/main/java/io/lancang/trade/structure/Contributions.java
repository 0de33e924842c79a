package io.lancang.trade.structure;

import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.flow.ComparedMembers;
import io.lancang.trade.flow.ComparisonBasis;
import io.lancang.trade.flow.MemberFigures;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Sum;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What members contribute to a point and to its growth on the period before, from memory. Growth is over those who have a total in
 * both periods, unless each period's own members are asked for: then who joined contributes all that it trades.
 */
final class Contributions {
    private static final Comparator<MemberFigures> LARGEST_FIRST = Comparator.comparing(
                    MemberFigures::total, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(MemberFigures::code);

    private final TradePoint point;
    private final ComparedMembers members;
    private final Subject compared;
    /** What those who are compared traded in both periods. */
    private final Map<String, BigDecimal> before;

    private final Map<String, BigDecimal> after;

    private Contributions(TradePoint point, ComparedMembers members) {
        this.point = point;
        this.members = members;
        this.compared = members.of(point.subject(), point.period());
        this.before = totals(point.period().previous());
        this.after = totals(point.period());
    }

    /** What each member contributes to a point, largest first, who lacks a figure last. */
    static List<Contribution> to(TradePoint point, ComparedMembers members) {
        return new Contributions(point, members).all();
    }

    private Map<String, BigDecimal> totals(Period period) {
        Map<String, BigDecimal> totals = new HashMap<>();
        for (MemberFigures member : MemberFigures.of(compared, period, point.terms())) {
            BigDecimal total = member.total();
            if (total != null) {
                totals.put(member.code(), total);
            }
        }
        return totals;
    }

    private List<Contribution> all() {
        List<MemberFigures> listed = MemberFigures.of(point.subject(), point.period(), point.terms());
        BigDecimal whole = sum(listed.stream()
                .map(MemberFigures::total)
                .filter(Objects::nonNull)
                .toList());
        BigDecimal base = base();
        ComparisonBasis basis = basis();
        return listed.stream()
                .sorted(LARGEST_FIRST)
                .map(member -> contributionOf(member, whole, base, basis))
                .toList();
    }

    private BigDecimal base() {
        return members.countsEveryFigure()
                ? sum(before.values())
                : sum(before.entrySet().stream()
                        .filter(member -> after.containsKey(member.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private @Nullable ComparisonBasis basis() {
        Period later = point.period();
        Terms terms = point.terms();
        List<String> uncompared = members.countsEveryFigure()
                ? List.of()
                : Stream.concat(
                                Subject.partnersOf(compared, later, terms.totals()).stream(),
                                Subject.partnersOf(compared, later.previous(), terms.totals()).stream())
                        .filter(code -> !before.containsKey(code) || !after.containsKey(code))
                        .distinct()
                        .sorted()
                        .toList();
        return ComparisonBasis.of(compared, later.previous(), later, members, uncompared, terms);
    }

    private static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Contribution contributionOf(
            MemberFigures member, BigDecimal whole, BigDecimal base, @Nullable ComparisonBasis basis) {
        Money exports = amountOf(member.exports(), Valuation.FOB);
        Money imports = amountOf(member.imports(), Valuation.CIF);
        BigDecimal total = member.total();
        return new Contribution(
                member.code(),
                exports,
                imports,
                total == null || exports == null || imports == null
                        ? null
                        : Money.of(
                                total,
                                point.terms().currency(),
                                null,
                                exports.quality().orWeaker(imports.quality())),
                total == null || whole.signum() == 0 ? null : Percent.of(total, whole),
                toGrowth(member.code(), base),
                basis,
                exports == null || imports == null,
                point.terms().vantage());
    }

    private @Nullable Double toGrowth(String code, BigDecimal base) {
        BigDecimal later = after.get(code);
        BigDecimal earlier = before.get(code);
        if (earlier == null && members.countsEveryFigure() && isNew(code)) {
            earlier = BigDecimal.ZERO;
        }
        return later == null || earlier == null || base.signum() == 0
                ? null
                : Percent.of(later.subtract(earlier), base);
    }

    /** Whether somebody belongs to the bloc now and did not in the period before. */
    private boolean isNew(String code) {
        return !Subject.partnersOf(
                        compared, point.period().previous(), point.terms().totals())
                .contains(code);
    }

    private @Nullable Money amountOf(@Nullable Sum figure, Valuation valuation) {
        return figure == null ? null : Money.of(figure.amount(), point.terms().currency(), valuation, figure.quality());
    }
}
