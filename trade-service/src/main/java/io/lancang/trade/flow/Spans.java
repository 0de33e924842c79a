package io.lancang.trade.flow;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.period.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums over several months, and their growth. A month without a figure makes a sum undefined; a quoted figure is part of none.
 * Growth compares the same partners in all months of both years.
 */
public final class Spans {
    private Spans() {}

    /** How a sum grew on that of the same months a year earlier; over whom is null for one partner. */
    public record SpanGrowth(double percent, @Nullable ComparisonBasis basis) {}

    /**
     * What a subject's trade of these months comes to.
     *
     * @param months ascending, without gaps
     */
    public static PeriodSum sum(Subject subject, List<Period> months, Terms terms) {
        List<TradePoint> points = Trade.points(subject, months, terms);
        Money exports = sum(points, TradePoint::exports, Valuation.FOB);
        Money imports = sum(points, TradePoint::imports, Valuation.CIF);
        Money total = null;
        Money balance = null;
        if (exports != null && imports != null) {
            Quality quality = exports.quality().orWeaker(imports.quality());
            total = Money.of(exports.number().add(imports.number()), terms.currency(), null, quality);
            balance = Money.of(exports.number().subtract(imports.number()), terms.currency(), null, quality);
        }
        SpanGrowth growth = growthOnYear(subject, months, terms);
        return new PeriodSum(
                months.getFirst(),
                months.getLast(),
                exports,
                imports,
                total,
                balance,
                growth == null ? null : growth.percent(),
                growth == null ? null : growth.basis(),
                gapOf(subject, points, total, terms));
    }

    private static @Nullable Money sum(
            List<TradePoint> points, Function<TradePoint, @Nullable Money> flow, Valuation valuation) {
        Money sum = null;
        for (TradePoint point : points) {
            Money amount = flow.apply(point);
            if (amount == null || amount.quality() == Quality.HEADLINE) {
                return null;
            }
            Quality quality = amount.quality().orWeaker(Quality.DERIVED);
            sum = sum == null
                    ? Money.of(amount.number(), amount.currency(), valuation, quality)
                    : Money.of(
                            sum.number().add(amount.number()),
                            amount.currency(),
                            valuation,
                            sum.quality().orWeaker(quality));
        }
        return sum;
    }

    private static @Nullable Gap gapOf(Subject subject, List<TradePoint> points, @Nullable Money total, Terms terms) {
        if (total == null) {
            List<String> without = points.stream()
                    .filter(point -> point.exports() == null || point.imports() == null)
                    .map(point -> point.period().label())
                    .toList();
            return Gap.of(
                    GapReason.PART_OF_PERIOD,
                    String.join(", ", without) + (without.size() == 1 ? " lacks" : " lack") + " a figure for "
                            + subject.label() + ", so that there is no sum.");
        }
        List<String> missing = points.stream()
                .map(TradePoint::gap)
                .filter(Objects::nonNull)
                .flatMap(gap -> gap.missingMembers().stream())
                .map(PartnerReference::code)
                .distinct()
                .sorted()
                .toList();
        return missing.isEmpty()
                ? null
                : new Gap(
                        GapReason.MEMBERS_MISSING,
                        "In some of these months a flow is not reported for " + String.join(", ", missing)
                                + "; the amounts sum what is reported.",
                        PartnerReference.all(missing, terms.vantage()));
    }

    /** The growth of the total on the same months a year earlier; null where either sum is undefined or the earlier is zero. */
    public static @Nullable SpanGrowth growthOnYear(Subject subject, List<Period> months, Terms terms) {
        List<Period> earlier = months.stream().map(Period::yearEarlier).toList();
        Subject compared = subject instanceof Subject.OfBloc bloc
                ? new Subject.OfBloc(bloc.code(), ComparedMembers.DEFAULT.countedIn(bloc.members(), months.getLast()))
                : subject;
        List<Period> all = new ArrayList<>(earlier);
        all.addAll(months);
        CommonPartners common = CommonPartners.of(compared, all, FlowSelection.TOTAL, terms);
        if (common.codes().size() < all.size()
                || common.codes().values().stream().anyMatch(List::isEmpty)) {
            return null;
        }
        BigDecimal before = total(compared, common, earlier, terms);
        BigDecimal after = total(compared, common, months, terms);
        if (before == null || after == null || before.signum() == 0) {
            return null;
        }
        return new SpanGrowth(Percent.change(before, after), basisOf(compared, months, common, terms));
    }

    private static @Nullable BigDecimal total(
            Subject subject, CommonPartners common, List<Period> months, Terms terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Period month : months) {
            Subject some = new Subject.OfSome(
                    subject, Objects.requireNonNull(common.codes().get(month)));
            Money total = Trade.points(some, List.of(month), terms).getFirst().total();
            if (total == null || total.quality() == Quality.HEADLINE) {
                return null;
            }
            sum = sum.add(total.number());
        }
        return sum;
    }

    private static @Nullable ComparisonBasis basisOf(
            Subject subject, List<Period> months, CommonPartners common, Terms terms) {
        if (subject instanceof Subject.OfPartner) {
            return null;
        }
        if (!(subject instanceof Subject.OfBloc(String code, CountedMembers members))) {
            return new ComparisonBasis(
                    Composition.LIKE_FOR_LIKE, null, List.of(), List.of(), named(common.leftOut().stream(), terms));
        }
        Subject then = new Subject.OfBloc(code, CountedMembers.AS_OF_YEAR);
        List<String> before = Subject.partnersOf(then, months.getFirst().yearEarlier(), terms.totals());
        List<String> after = Subject.partnersOf(then, months.getLast(), terms.totals());
        return new ComparisonBasis(
                members.composition(),
                members.year(),
                named(after.stream().filter(each -> !before.contains(each)), terms),
                named(before.stream().filter(each -> !after.contains(each)), terms),
                named(common.leftOut().stream(), terms));
    }

    private static List<PartnerReference> named(Stream<String> codes, Terms terms) {
        return PartnerReference.all(codes.toList(), terms.vantage());
    }
}
