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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums over several months, and their growth. A month without a figure makes a sum undefined; a quoted figure is part of none. Months
 * of different datasets have a sum, but no growth, be it within one of the two years or between them. Growth compares the same partners in all months of both years, unless each month's own are
 * asked for.
 */
public final class Spans {
    private Spans() {}

    /**
     * What a subject's trade of these months comes to.
     *
     * @param months ascending, without gaps
     * @param members over whom the growth is
     */
    public static PeriodSum sum(Subject subject, List<Period> months, ComparedMembers members, Terms terms) {
        Span span = Span.of(subject, months, terms);
        Money exports = amountOf(span.exports(), Valuation.FOB, terms);
        Money imports = amountOf(span.imports(), Valuation.CIF, terms);
        Money total = null;
        Money balance = null;
        if (exports != null && imports != null) {
            Quality quality = exports.quality().orWeaker(imports.quality());
            total = Money.of(exports.number().add(imports.number()), terms.currency(), null, quality);
            balance = Money.of(exports.number().subtract(imports.number()), terms.currency(), null, quality);
        }
        SpanGrowth growth = growthOnYear(subject, months, members, terms);
        return new PeriodSum(
                months.getFirst(),
                months.getLast(),
                exports,
                imports,
                total,
                balance,
                growth.percent(),
                growth.percent() == null ? null : growth.basis(),
                growth.gap(),
                total == null
                        ? Gap.of(GapReason.PART_OF_PERIOD, lack(subject, span))
                        : missingMembers(subject, months, terms));
    }

    private static @Nullable Money amountOf(Span.@Nullable Amount amount, Valuation valuation, Terms terms) {
        return amount == null ? null : Money.of(amount.number(), terms.currency(), valuation, amount.quality());
    }

    private static String lack(Subject subject, Span span) {
        List<String> without = span.withoutFigures();
        return String.join(", ", without) + (without.size() == 1 ? " lacks" : " lack") + " a figure for "
                + subject.label() + ", so that there is no sum.";
    }

    private static @Nullable Gap missingMembers(Subject subject, List<Period> months, Terms terms) {
        List<String> missing = Trade.points(subject, months, terms).stream()
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

    /** How a sum grew on that of the same months a year earlier, or why that is not known. */
    private record SpanGrowth(
            @Nullable Double percent,
            @Nullable ComparisonBasis basis,
            @Nullable Gap gap) {
        static SpanGrowth undefined(GapReason reason, String detail) {
            return new SpanGrowth(null, null, Gap.of(reason, detail));
        }
    }

    private static SpanGrowth growthOnYear(Subject subject, List<Period> months, ComparedMembers members, Terms terms) {
        List<Period> earlier = months.stream().map(Period::yearEarlier).toList();
        Subject compared = members.of(subject, months.getLast());
        List<Period> all = new ArrayList<>(earlier);
        all.addAll(months);
        if (members.countsEveryFigure() || compared instanceof Subject.OfPartner) {
            return grown(
                    Span.of(compared, earlier, terms),
                    Span.of(compared, months, terms),
                    subject,
                    ComparisonBasis.of(
                            compared, months.getFirst().yearEarlier(), months.getLast(), members, List.of(), terms));
        }
        CommonPartners common = CommonPartners.of(compared, all, FlowSelection.TOTAL, terms);
        String without = all.stream()
                .filter(month -> !common.codes().containsKey(month))
                .map(Period::label)
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            return SpanGrowth.undefined(
                    GapReason.NO_BASE, "There is no total for " + subject.label() + " of " + without + ".");
        }
        if (common.codes().values().stream().anyMatch(List::isEmpty)) {
            return SpanGrowth.undefined(
                    GapReason.NO_BASE,
                    "No partner of " + subject.label() + " has a figure of all of these months and of those a year"
                            + " earlier.");
        }
        return grown(
                Span.of(compared, earlier, common, terms),
                Span.of(compared, months, common, terms),
                subject,
                ComparisonBasis.of(
                        compared, months.getFirst().yearEarlier(), months.getLast(), members, common.leftOut(), terms));
    }

    private static SpanGrowth grown(Span earlier, Span later, Subject subject, @Nullable ComparisonBasis basis) {
        BigDecimal before = earlier.total();
        BigDecimal after = later.total();
        if (before == null || after == null) {
            return SpanGrowth.undefined(GapReason.NO_BASE, lack(subject, before == null ? earlier : later));
        }
        if (!earlier.isOfOneDatasetWith(later)) {
            return SpanGrowth.undefined(
                    GapReason.COMPOSITION_CHANGED,
                    "The figures of these months and of those a year earlier for " + subject.label()
                            + " are of different datasets, which do not compare.");
        }
        return before.signum() == 0
                ? SpanGrowth.undefined(GapReason.ZERO_BASE, "The total of the same months a year earlier is zero.")
                : new SpanGrowth(Percent.change(before, after), basis, null);
    }
}
