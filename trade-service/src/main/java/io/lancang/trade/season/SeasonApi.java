package io.lancang.trade.season;

import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.flow.ComparedMembers;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.EmptySeries;
import io.lancang.trade.flow.GrowthApi;
import io.lancang.trade.flow.PeriodSum;
import io.lancang.trade.flow.Spans;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Trade;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.flow.TradeSeries;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Quarters, twelve months on end and seasons, in the graph: from memory, without a statement. */
@GraphQLApi
public class SeasonApi {
    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    @Description(
            "Quarters of the calendar, ascending, each the sum of three months: those of which a month of the series has a"
                    + " figure. Of a series of months alone.")
    @Cost(weight = 5)
    @ListSize(assumedSize = 20)
    public @NonNull List<@NonNull PeriodSum> quarters(
            @Source TradeSeries series,
            @Name("composition") @Description(GrowthApi.COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(GrowthApi.MEMBERS_OF) @Nullable Integer membersOf) {
        checkMonths(series, "quarters");
        return series.periods().stream()
                .map(SeasonApi::quarterOf)
                .distinct()
                .map(months -> Spans.sum(
                        series.subject(), months, new ComparedMembers(composition, membersOf), series.terms()))
                .filter(sum -> sum.exports() != null || sum.imports() != null || hasFigure(series, sum))
                .toList();
    }

    /** Why there are none. */
    @Description("Why `quarters` with the same arguments is empty; null if it is not.")
    public @Nullable Gap quartersGap(
            @Source TradeSeries series,
            @Name("composition") @Description(GrowthApi.COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(GrowthApi.MEMBERS_OF) @Nullable Integer membersOf) {
        return quarters(series, composition, membersOf).isEmpty() ? EmptySeries.ofFigures(series) : null;
    }

    private static boolean hasFigure(TradeSeries series, PeriodSum sum) {
        return Trade.points(series.subject(), quarterOf(sum.from()), series.terms()).stream()
                .anyMatch(point -> point.total() != null || point.exports() != null || point.imports() != null);
    }

    private static List<Period> quarterOf(Period month) {
        int first = (month.key().getMonthValue() - 1) / QUARTER * QUARTER + 1;
        return months(LocalDate.of(month.year(), first, 1), QUARTER);
    }

    private static List<Period> months(LocalDate first, int count) {
        return IntStream.range(0, count)
                .mapToObj(month -> Period.of(Frequency.MONTHLY, first.plusMonths(month)))
                .toList();
    }

    @Description(
            "The sum over the twelve months that end with this one, and how it grew on the twelve months before; null for"
                    + " a point that is about a year.")
    @Cost(weight = 1)
    public @Nullable PeriodSum rollingYear(
            @Source TradePoint point,
            @Name("composition") @Description(GrowthApi.COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(GrowthApi.MEMBERS_OF) @Nullable Integer membersOf) {
        return point.period().frequency() == Frequency.MONTHLY
                ? Spans.sum(
                        point.subject(),
                        months(point.period().key().minusMonths(MONTHS - 1), MONTHS),
                        new ComparedMembers(composition, membersOf),
                        point.terms())
                : null;
    }

    @Description("Sums over the months from January to this one; null for a point that is about a year.")
    public @Nullable YearToDate yearToDate(
            @Source TradePoint point,
            @Name("composition") @Description(GrowthApi.COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(GrowthApi.MEMBERS_OF) @Nullable Integer membersOf) {
        Integer month = point.period().month();
        return month == null
                ? null
                : YearToDate.of(
                        month,
                        Spans.sum(
                                point.subject(),
                                months(LocalDate.of(point.period().year(), 1, 1), month),
                                new ComparedMembers(composition, membersOf),
                                point.terms()));
    }

    /** The season of a series of months. */
    @Description(
            "How the total goes over the months of a year, from the years of the series in which every month has one. Of a"
                    + " series of months alone.")
    @Cost(weight = 5)
    public @NonNull SeasonalIndex seasonalIndex(@Source TradeSeries series) {
        checkMonths(series, "seasonalIndex");
        SortedMap<Integer, List<BigDecimal>> years = wholeYears(series.subject(), series);
        if (years.isEmpty()) {
            return new SeasonalIndex(
                    List.of(),
                    List.of(),
                    Gap.of(
                            GapReason.PART_OF_PERIOD,
                            "No year of the series has a total in all twelve months for "
                                    + series.subject().label() + "."));
        }
        List<SeasonalMonth> months = IntStream.range(0, MONTHS)
                .mapToObj(month -> new SeasonalMonth(
                        month + 1,
                        years.values().stream()
                                .mapToDouble(year -> Percent.of(year.get(month), mean(year)))
                                .average()
                                .orElseThrow()))
                .toList();
        return new SeasonalIndex(List.copyOf(years.keySet()), months, null);
    }

    private static SortedMap<Integer, List<BigDecimal>> wholeYears(Subject subject, TradeSeries series) {
        SortedMap<Integer, List<BigDecimal>> years = new TreeMap<>();
        for (TradePoint point : Trade.points(subject, series.periods(), series.terms())) {
            Money total = point.total();
            if (total != null) {
                years.computeIfAbsent(point.period().year(), year -> new ArrayList<>())
                        .add(total.number());
            }
        }
        years.values().removeIf(months -> months.size() < MONTHS || mean(months).signum() == 0);
        return years;
    }

    private static BigDecimal mean(List<BigDecimal> months) {
        return months.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(months.size()), MathContext.DECIMAL64);
    }

    private static void checkMonths(TradeSeries series, String field) {
        if (series.frequency() != Frequency.MONTHLY) {
            throw ServiceException.badInput(
                    "`" + field + "` is asked of a series of years.", "Ask for `trade(frequency: MONTHLY)`.");
        }
    }
}
