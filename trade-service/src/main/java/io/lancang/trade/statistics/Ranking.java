package io.lancang.trade.statistics;

import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.flow.FlowSelection;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.partner.Partner;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Orders subjects by the amount of a year, or by how far their share moved between two.
 *
 * @param flow which flow is ranked
 * @param isComparison whether the points hold two years, the year compared with first
 */
record Ranking(FlowSelection flow, boolean isComparison) {
    private static final Comparator<RankedPartner> BY_CODE = Comparator.comparing(RankedPartner::code);

    /** What the subjects are called in the graph. */
    record Terms(Map<String, Partner> partners, Map<String, Bloc> blocs) {}

    /**
     * The first {@code top} of the ranking; who lacks a figure comes last.
     *
     * @param isKept who may stand in the ranking
     */
    List<RankedPartner> of(
            Map<Subject, List<TradePoint>> points, Terms terms, Predicate<RankedPartner> isKept, int top) {
        List<RankedPartner> ordered = points.entrySet().stream()
                .map(entry -> entryOf(entry.getKey(), entry.getValue(), terms))
                .filter(isKept)
                .sorted(Comparator.comparing(this::measure, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(BY_CODE))
                .limit(top)
                .toList();
        return IntStream.range(0, ordered.size())
                .mapToObj(index -> withPosition(ordered.get(index), index + 1))
                .toList();
    }

    /** Whether everything that this ranking orders by is there. */
    boolean isComplete(RankedPartner entry) {
        return measure(entry) != null;
    }

    private @Nullable BigDecimal measure(RankedPartner entry) {
        if (isComparison) {
            Double change = entry.shareChange();
            return change == null ? null : BigDecimal.valueOf(Math.abs(change));
        }
        Money amount = entry.point().amountOf(flow);
        return amount == null ? null : amount.number();
    }

    private RankedPartner entryOf(Subject subject, List<TradePoint> points, Terms terms) {
        TradePoint point = points.getLast();
        TradePoint earlier = isComparison ? points.getFirst() : null;
        Double share = point.shares().of(flow);
        Double earlierShare = earlier == null ? null : earlier.shares().of(flow);
        Double change = share == null || earlierShare == null ? null : share - earlierShare;
        String code = subject.label();
        return new RankedPartner(
                0,
                code,
                subject instanceof Subject.OfPartner ? terms.partners().get(code) : null,
                subject instanceof Subject.OfBloc ? terms.blocs().get(code) : null,
                point,
                earlier,
                share,
                earlierShare,
                change,
                gap(point, earlier));
    }

    private @Nullable Gap gap(TradePoint point, @Nullable TradePoint earlier) {
        if (point.shares().of(flow) == null) {
            return noShare(point);
        }
        return earlier != null && earlier.shares().of(flow) == null ? noShare(earlier) : null;
    }

    private static Gap noShare(TradePoint point) {
        return Gap.of(
                GapReason.NO_BASE,
                "There is no share of " + point.period().label()
                        + ": the figure or that of the world is missing or quoted.");
    }

    private static RankedPartner withPosition(RankedPartner entry, int position) {
        return new RankedPartner(
                position,
                entry.code(),
                entry.partner(),
                entry.bloc(),
                entry.point(),
                entry.earlierPoint(),
                entry.share(),
                entry.earlierShare(),
                entry.shareChange(),
                entry.gap());
    }
}
