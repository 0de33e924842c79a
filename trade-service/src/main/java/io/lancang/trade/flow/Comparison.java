package io.lancang.trade.flow;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.period.Period;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subject in two periods. Like is compared with like: unless each year's own members are asked for, a bloc or a set of partners
 * has the same partners in both.
 *
 * @param earlier the point of the earlier period
 * @param later the point of the later one
 * @param basis over which partners; null for one partner
 * @param gap why nothing can be compared, if the points themselves do not say it; null if they do, or if something can
 */
public record Comparison(
        TradePoint earlier,
        TradePoint later,
        @Nullable ComparisonBasis basis,
        @Nullable Gap gap) {

    /**
     * Compares a subject.
     *
     * @param flow the flow that is compared: who lacks a figure of it in one period counts in neither
     */
    public static Comparison of(
            Subject subject, Period earlier, Period later, FlowSelection flow, ComparedMembers members, Terms terms) {
        Subject compared = members.of(subject, later);
        if (compared instanceof Subject.OfPartner) {
            return whole(compared, earlier, later, null, terms);
        }
        CommonPartners common = CommonPartners.of(compared, List.of(earlier, later), flow, terms);
        return members.countsEveryFigure() || common.isEveryone() || isQuoted(common)
                ? whole(
                        compared,
                        earlier,
                        later,
                        ComparisonBasis.of(compared, earlier, later, members, List.of(), terms),
                        terms)
                : partial(
                        compared,
                        earlier,
                        later,
                        ComparisonBasis.of(compared, earlier, later, members, common.leftOut(), terms),
                        common,
                        terms);
    }

    /** What is quoted of all of them cannot be taken apart. */
    private static boolean isQuoted(CommonPartners common) {
        return common.codes().size() < 2;
    }

    private static Comparison whole(
            Subject subject, Period earlier, Period later, @Nullable ComparisonBasis basis, Terms terms) {
        List<TradePoint> points = Trade.points(subject, List.of(earlier, later), terms);
        Gap quoted = quotedOfOthers(subject, points.getFirst(), terms);
        return new Comparison(
                points.getFirst(),
                points.getLast(),
                basis,
                quoted == null ? quotedOfOthers(subject, points.getLast(), terms) : quoted);
    }

    private static Comparison partial(
            Subject subject,
            Period earlier,
            Period later,
            @Nullable ComparisonBasis basis,
            CommonPartners common,
            Terms terms) {
        List<String> left = Objects.requireNonNull(common.codes().get(earlier));
        List<String> right = Objects.requireNonNull(common.codes().get(later));
        Subject before = new Subject.OfSome(subject, left);
        Subject after = new Subject.OfSome(subject, right);
        return new Comparison(
                Trade.points(before, List.of(earlier), terms).getFirst(),
                Trade.points(after, List.of(later), terms).getFirst(),
                basis,
                right.isEmpty() ? nobody(subject, earlier, later) : null);
    }

    private static Gap nobody(Subject subject, Period earlier, Period later) {
        return Gap.of(
                GapReason.NO_BASE,
                "No partner of " + subject.label() + " has a figure of both " + earlier.label() + " and "
                        + later.label() + ".");
    }

    private static @Nullable Gap quotedOfOthers(Subject subject, TradePoint point, Terms terms) {
        if (!(subject instanceof Subject.OfBloc bloc) || point.total() != null) {
            return null;
        }
        Subject then = new Subject.OfBloc(bloc.code(), CountedMembers.AS_OF_YEAR);
        Money quoted =
                Trade.points(then, List.of(point.period()), terms).getFirst().total();
        return quoted == null
                ? null
                : Gap.of(
                        GapReason.COMPOSITION_CHANGED,
                        "The total of " + point.period().label()
                                + " is quoted for the members of that year, who are not those that are compared.");
    }
}
