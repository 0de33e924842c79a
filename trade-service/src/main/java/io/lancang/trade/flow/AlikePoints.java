package io.lancang.trade.flow;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.period.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of a set of partners in several years that are compared.
 *
 * @param points one for each year that the data know, in the order in which the years were asked for
 * @param basis over which partners
 */
public record AlikePoints(List<TradePoint> points, ComparisonBasis basis) {
    /** The points of a set in these years, over the same partners unless all are asked for; years outside of the data are left out. */
    public static AlikePoints of(Subject.OfPartners set, List<Integer> years, ComparedMembers members, Terms terms) {
        List<Period> periods = years.stream()
                .map(Period::ofYear)
                .filter(terms.coverage()::contains)
                .toList();
        if (members.countsEveryFigure()) {
            return new AlikePoints(
                    Trade.points(set, periods, terms),
                    new ComparisonBasis(Composition.AS_OF_YEAR, null, List.of(), List.of(), List.of()));
        }
        CommonPartners common = CommonPartners.of(set, periods, FlowSelection.TOTAL, terms);
        List<TradePoint> points = periods.stream()
                .map(period -> Trade.points(subjectIn(set, common.codes().get(period)), List.of(period), terms)
                        .getFirst())
                .toList();
        return new AlikePoints(
                points,
                new ComparisonBasis(
                        Composition.LIKE_FOR_LIKE,
                        null,
                        List.of(),
                        List.of(),
                        PartnerReference.all(common.leftOut(), terms.vantage())));
    }

    /** A year without a figure says so as the whole set. */
    private static Subject subjectIn(Subject.OfPartners set, @Nullable List<String> codes) {
        return codes == null || codes.isEmpty() ? set : new Subject.OfSome(set, codes);
    }
}
