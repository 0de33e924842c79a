package io.lancang.trade.ranking;

import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.flow.ComparedMembers;
import io.lancang.trade.flow.Comparison;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.Trade;
import io.lancang.trade.flow.TradeChange;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.period.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts subjects in order.
 *
 * @param years of which years
 * @param flow which flow is ranked
 * @param order what by
 * @param isAscending whether the smallest comes first
 * @param least the least amount of the year to take part; null if any does, and none
 * @param members whose trade of a bloc is compared
 */
record Ranking(
        Years years,
        FlowSelection flow,
        RankingOrder order,
        boolean isAscending,
        @Nullable BigDecimal least,
        ComparedMembers members) {
    private static final Comparator<RankedPartner> BY_CODE = Comparator.comparing(RankedPartner::code);

    /** @param compareWith an earlier year; null if nothing is compared */
    record Years(int year, @Nullable Integer compareWith) {}

    /** What the subjects are called in the graph. */
    record Names(Map<String, Partner> partners, Map<String, Bloc> blocs) {}

    /**
     * The first {@code top} of the ranking; who lacks a figure comes last.
     *
     * @param isOfAll whether all countries compete, so that who lacks a figure is left out
     */
    List<RankedPartner> of(List<Subject> subjects, Terms terms, Names names, boolean isOfAll, int top) {
        List<RankedPartner> ordered = subjects.stream()
                .map(subject -> entryOf(subject, terms, names))
                .filter(entry -> !isOfAll || measure(entry) != null)
                .filter(this::isLargeEnough)
                .sorted(Comparator.comparing(this::measure, Comparator.nullsLast(direction()))
                        .thenComparing(BY_CODE))
                .limit(top)
                .toList();
        return withPositions(ordered);
    }

    private Comparator<BigDecimal> direction() {
        return isAscending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    }

    private boolean isLargeEnough(RankedPartner entry) {
        Money amount = entry.point().amountOf(flow);
        return least == null || (amount != null && amount.number().compareTo(least) >= 0);
    }

    private @Nullable BigDecimal measure(RankedPartner entry) {
        return switch (order) {
            case VALUE -> {
                Money amount = entry.point().amountOf(flow);
                yield amount == null ? null : amount.number();
            }
            case SHARE_CHANGE -> numberOf(entry.shareChange());
            case GROWTH ->
                entry.change() == null ? null : numberOf(entry.change().percent());
            case CAGR -> entry.change() == null ? null : numberOf(entry.change().cagr());
        };
    }

    private static @Nullable BigDecimal numberOf(@Nullable Double number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private RankedPartner entryOf(Subject subject, Terms terms, Names names) {
        Period period = Period.ofYear(years.year());
        Integer compareWith = years.compareWith();
        Comparison compared = compareWith == null
                ? null
                : Comparison.of(subject, Period.ofYear(compareWith), period, flow, members, terms);
        TradePoint point =
                compared == null ? Trade.points(subject, List.of(period), terms).getFirst() : compared.later();
        TradePoint earlier = compared == null ? null : compared.earlier();
        TradeChange amounts = compared == null ? null : TradeChange.of(compared, flow);
        Double share = point.shares().of(flow);
        Double earlierShare = earlier == null ? null : earlier.shares().of(flow);
        Double change = share == null || earlierShare == null ? null : share - earlierShare;
        String code = subject.label();
        return new RankedPartner(
                0,
                code,
                subject instanceof Subject.OfPartner ? names.partners().get(code) : null,
                subject instanceof Subject.OfBloc ? names.blocs().get(code) : null,
                point,
                earlier,
                amounts,
                share,
                earlierShare,
                change,
                gap(point, earlier, compared == null ? null : compared.gap()));
    }

    private @Nullable Gap gap(TradePoint point, @Nullable TradePoint earlier, @Nullable Gap ofComparison) {
        if (ofComparison != null) {
            return ofComparison;
        }
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

    /** Of equals each has the best place. */
    private List<RankedPartner> withPositions(List<RankedPartner> ordered) {
        List<RankedPartner> placed = new ArrayList<>();
        for (RankedPartner entry : ordered) {
            BigDecimal measure = measure(entry);
            BigDecimal last = placed.isEmpty() ? null : measure(placed.getLast());
            boolean isEqual = measure != null && last != null && measure.compareTo(last) == 0;
            placed.add(withPosition(entry, isEqual ? placed.getLast().position() : placed.size() + 1));
        }
        return placed;
    }

    private static RankedPartner withPosition(RankedPartner entry, int position) {
        return new RankedPartner(
                position,
                entry.code(),
                entry.partner(),
                entry.bloc(),
                entry.point(),
                entry.earlierPoint(),
                entry.change(),
                entry.share(),
                entry.earlierShare(),
                entry.shareChange(),
                entry.gap());
    }
}
