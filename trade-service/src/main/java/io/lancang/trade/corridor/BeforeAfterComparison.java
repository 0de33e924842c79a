package io.lancang.trade.corridor;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.flow.AlikePoints;
import io.lancang.trade.flow.TradePoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the years around an opening.
 *
 * @param openedOn day of the opening; null if only its year is known
 * @param opening year of the opening
 * @param years calendar years on either side
 */
record BeforeAfterComparison(@Nullable LocalDate openedOn, int opening, int years) {
    /** The answer where there is no year to compare around. */
    static BeforeAfter withoutOpening(int years) {
        Gap gap =
                Gap.of(GapReason.DATE_UNKNOWN, "The corridor has not opened, or the year of its opening is not known.");
        return new BeforeAfter(null, years, List.of(), null, List.of(), null, null, null, null, gap);
    }

    /** The years that are compared: those before and after, without that of the opening. */
    List<Integer> comparedYears() {
        return IntStream.rangeClosed(opening - years, opening + years)
                .filter(year -> year != opening)
                .boxed()
                .toList();
    }

    /**
     * The comparison.
     *
     * @param alike the points that the data have for the years that are compared
     * @param openingYear the point of the year of the opening; null if the data do not know it
     */
    BeforeAfter of(AlikePoints alike, @Nullable TradePoint openingYear) {
        List<TradePoint> points = alike.points();
        List<TradePoint> before =
                points.stream().filter(point -> point.period().year() < opening).toList();
        List<TradePoint> after =
                points.stream().filter(point -> point.period().year() > opening).toList();
        Money meanBefore = mean(before);
        Money meanAfter = mean(after);
        Double percent =
                meanBefore == null || meanAfter == null || meanBefore.number().signum() == 0
                        ? null
                        : Percent.change(meanBefore.number(), meanAfter.number());
        return new BeforeAfter(
                openedOn,
                years,
                before,
                openingYear,
                after,
                meanBefore,
                meanAfter,
                percent,
                alike.basis(),
                gap(before, after));
    }

    private static @Nullable Money mean(List<TradePoint> points) {
        List<Money> totals =
                points.stream().map(TradePoint::total).filter(Objects::nonNull).toList();
        if (totals.isEmpty()) {
            return null;
        }
        BigDecimal sum = totals.stream().map(total -> total.number()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Quality quality = totals.stream().map(Money::quality).reduce(Quality.DERIVED, Quality::orWeaker);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(totals.size()), 0, RoundingMode.HALF_EVEN);
        return Money.of(mean, totals.getFirst().currency(), null, quality);
    }

    private @Nullable Gap gap(List<TradePoint> before, List<TradePoint> after) {
        List<Integer> present = Stream.concat(before.stream(), after.stream())
                .filter(point -> point.total() != null)
                .map(point -> point.period().year())
                .toList();
        String missing = comparedYears().stream()
                .filter(year -> !present.contains(year))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? null
                : Gap.of(
                        GapReason.NOT_COVERED,
                        "There is no total of " + missing + "; the means leave these years out.");
    }
}
