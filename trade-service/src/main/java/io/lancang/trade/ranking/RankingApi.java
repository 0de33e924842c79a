package io.lancang.trade.ranking;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.argument.Choice;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.flow.ComparedMembers;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.CountedMembers;
import io.lancang.trade.flow.GrowthApi;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.Trade;
import io.lancang.trade.flow.TradeApi;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.storage.TradeFlowTable;
import io.lancang.trade.totals.TotalsInMemory;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Rankings and places in the graph. */
@GraphQLApi
public class RankingApi {
    private static final int TOP = 20;

    private final Contenders contenders;
    private final TotalsInMemory totals;

    RankingApi(Contenders contenders, TotalsInMemory totals) {
        this.contenders = contenders;
        this.totals = totals;
    }

    /** Who trades most, grew most, or whose share moved most. */
    @Query
    @Description(
            "Who trades most with China, or with another reporter, in a year; with `compareWith` and `orderBy`, whose trade grew most, or whose"
                    + " share in its trade rose most, since an earlier year; `ascending` finds who fell. In US dollars."
                    + " Without `among` all countries compete, and who lacks a figure is left out; with it exactly those named"
                    + " compete, blocs too, and who lacks a figure comes last with a gap.")
    @Cost(weight = 2)
    @ListSize(assumedSize = 20, slicingArguments = "top", requireOneSlicingArgument = false)
    public @NonNull Uni<List<@NonNull RankedPartner>> tradeRanking(
            @Name("year") @Description("The year.") int year,
            @Name("flow") @Description("Which flow.") @DefaultValue("TOTAL") @Nullable FlowSelection flow,
            @Name("compareWith") @Description("An earlier year to compare with; none if left out.") @Nullable
                    Integer compareWith,
            @Name("orderBy") @Description("What the ranking goes by.") @DefaultValue("VALUE") @Nullable
                    RankingOrder orderBy,
            @Name("ascending") @Description("Whether the smallest comes first.") @DefaultValue("false") @Nullable
                    Boolean ascending,
            @Name("minValue")
                    @Description("Only who has at least this amount in the year, in US dollars of the flow.")
                    @Nullable
                    Double minValue,
            @Name("among")
                    @Description("Codes of partners and blocs; a code of both is the bloc.")
                    @Id
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull String> among,
            @Name("composition")
                    @Description("Whose trade is summed for a bloc. If left out: that of the members at the end of the"
                            + " year, with `compareWith` in both years.")
                    @Nullable
                    Composition composition,
            @Name("membersOf") @Description(GrowthApi.MEMBERS_OF) @Nullable Integer membersOf,
            @Name("top") @Description("Size of the ranking, 1 to 500.") @DefaultValue("20") @Nullable Integer top,
            @Name("reporter") @Description(TradeApi.REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        int size = Slice.checkSize("top", requireNonNullElse(top, TOP));
        Choice.refuseEmpty("among", among);
        Ranking ranking = new Ranking(
                new Ranking.Years(year, compareWith),
                requireNonNullElse(flow, FlowSelection.TOTAL),
                checkOrder(requireNonNullElse(orderBy, RankingOrder.VALUE), compareWith),
                Boolean.TRUE.equals(ascending),
                minValue == null ? null : BigDecimal.valueOf(minValue),
                new ComparedMembers(composition, membersOf));
        SequencedMap<String, Integer> years = years(year, compareWith);
        CountedMembers members = compareWith == null
                ? new CountedMembers(
                        requireNonNullElse(
                                composition, membersOf == null ? Composition.AS_OF_YEAR : Composition.LIKE_FOR_LIKE),
                        membersOf)
                : CountedMembers.AS_OF_YEAR;
        return totals.at(requireNonNullElse(reporter, TradeFlowTable.CHINA), asOf)
                .map(seen -> new Terms(Frequency.ANNUAL, Currency.USD, seen))
                .invoke(terms -> Trade.checkYears(years, terms))
                .flatMap(terms -> contenders
                        .of(Optional.ofNullable(among), members, terms)
                        .map(field -> ranking.of(field.subjects(), terms, field.names(), among == null, size)))
                .invoke(ranked -> checkFound(ranked, ranking, years));
    }

    private static RankingOrder checkOrder(RankingOrder order, @Nullable Integer compareWith) {
        if (order.isComparison() && compareWith == null) {
            throw ServiceException.badInput(
                    "`orderBy` is " + order + ", and there is no year to compare with.",
                    "Send an earlier year as `compareWith`, or order by VALUE.");
        }
        return order;
    }

    private static void checkFound(List<RankedPartner> ranked, Ranking ranking, SequencedMap<String, Integer> years) {
        if (ranked.isEmpty()) {
            String asked = years.values().stream().sorted().map(String::valueOf).collect(Collectors.joining(" and "));
            String least = ranking.least() == null
                    ? ""
                    : " of at least " + ranking.least().toPlainString();
            throw ServiceException.badInput(
                    "No country has a figure" + least + " of " + asked + " for " + ranking.flow()
                            + ", so that nobody can be ranked.",
                    "`availability` says which flows are reported by partner in which years.");
        }
    }

    /** The place of points among all countries. */
    @Description("Place by total among all countries and former states in this period, from 1; null for blocs and"
            + " aggregates, and where the total is missing or quoted.")
    public List<@Nullable Integer> rank(@Source List<TradePoint> points) {
        return points.stream()
                .<@Nullable Integer>map(point -> rankIn(point, point.period()))
                .toList();
    }

    /** How many places points moved up in a year. */
    @Description(
            "How many places the partner moved up since the same period a year earlier: earlier rank - rank. Negative"
                    + " if it fell; null where either rank is.")
    public List<@Nullable Integer> rankChange(@Source List<TradePoint> points) {
        return points.stream()
                .<@Nullable Integer>map(
                        point -> change(rankIn(point, point.period().yearEarlier()), rankIn(point, point.period())))
                .toList();
    }

    private static @Nullable Integer rankIn(TradePoint point, Period period) {
        Terms terms = point.terms();
        return point.subject() instanceof Subject.OfPartner(String code)
                ? terms.totals().rank(code, period, terms.currency())
                : null;
    }

    private static @Nullable Integer change(@Nullable Integer earlier, @Nullable Integer rank) {
        return earlier == null || rank == null ? null : earlier - rank;
    }

    private static SequencedMap<String, Integer> years(int year, @Nullable Integer compareWith) {
        SequencedMap<String, Integer> years = new LinkedHashMap<>();
        if (compareWith != null) {
            if (compareWith >= year) {
                throw ServiceException.badInput(
                        "`compareWith` (" + compareWith + ") is not before `year` (" + year + ").",
                        "Send an earlier year, or leave it out.");
            }
            years.put("compareWith", compareWith);
        }
        years.put("year", year);
        return years;
    }
}
