package io.lancang.trade.corridor;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.flow.AlikePoints;
import io.lancang.trade.flow.ComparedMembers;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.Trade;
import io.lancang.trade.flow.TradeApi;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.flow.TradeSeries;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.storage.TradeFlowTable;
import io.lancang.trade.totals.SeenTotals;
import io.lancang.trade.totals.TotalsInMemory;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Requires;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What this subgraph says about corridors. Nullable, so that an outage costs these fields and not the corridor. */
@GraphQLApi
public class CorridorTradeApi {
    private static final int YEARS = 3;
    private static final int MOST_YEARS = 10;
    private static final String COMPOSITION =
            "Whose trade is compared: LIKE_FOR_LIKE, that of the partners with a figure of every"
                    + " year that is compared, or AS_OF_YEAR, in each year that of all who have one, so that whose figures begin or"
                    + " end changes the means. The corridor's partners are the same in every year, so that CURRENT is LIKE_FOR_LIKE.";

    private final TotalsInMemory totals;

    CorridorTradeApi(TotalsInMemory totals) {
        this.totals = totals;
    }

    @Requires(fields = @FieldSet("partners { code }"))
    @Description(
            "The whole trade of China, or of another reporter, with the partners that the corridor links, in US dollars. It is"
                    + " no claim that the goods moved on the corridor. The reporter itself, where the corridor links it, is left"
                    + " out.")
    @Cost(weight = 10)
    public Uni<TradeSeries> tradeServed(
            @Source Corridor corridor,
            @Name("from") @Description(TradeApi.FROM) @Nullable Integer from,
            @Name("to") @Description(TradeApi.TO) @Nullable Integer to,
            @Name("reporter") @Description(TradeApi.REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return seen(reporter, asOf).map(seen -> Trade.series(subjectOf(corridor), from, to, termsOf(seen)));
    }

    @Requires(fields = @FieldSet("openedOn openedYear partners { code }"))
    @Description(
            "The whole trade of China, or of another reporter, with the partners that the corridor links, before and after it"
                    + " opened, in US dollars; the year of its opening is enough. It is no claim that the goods moved on the"
                    + " corridor, nor that it caused the change.")
    @Cost(weight = 10)
    @ListSize(
            assumedSize = 3,
            slicingArguments = "years",
            sizedFields = {"before", "after"},
            requireOneSlicingArgument = false)
    public Uni<BeforeAfter> tradeAroundOpening(
            @Source Corridor corridor,
            @Name("years") @Description("Calendar years on either side, 1 to 10.") @DefaultValue("3") @Nullable
                    Integer years,
            @Name("composition") @Description(COMPOSITION) @DefaultValue("LIKE_FOR_LIKE") @Nullable
                    Composition composition,
            @Name("reporter") @Description(TradeApi.REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        int span = requireNonNullElse(years, YEARS);
        if (span < 1 || span > MOST_YEARS) {
            throw ServiceException.badInput(
                    "`years` is " + span + "; it must be from 1 to " + MOST_YEARS + ".",
                    "Ask for 1 to " + MOST_YEARS + " years.");
        }
        Integer openedYear = corridor.openedYear();
        if (openedYear == null) {
            return Uni.createFrom().item(BeforeAfterComparison.withoutOpening(span));
        }
        BeforeAfterComparison comparison = new BeforeAfterComparison(corridor.openedOn(), openedYear, span);
        Subject.OfPartners subject = subjectOf(corridor);
        ComparedMembers members = new ComparedMembers(composition, null);
        return seen(reporter, asOf)
                .map(CorridorTradeApi::termsOf)
                .map(terms -> comparison.of(
                        AlikePoints.of(subject, comparison.comparedYears(), members, terms),
                        pointOf(subject, Period.ofYear(openedYear), terms)));
    }

    private Uni<SeenTotals> seen(@Nullable String reporter, @Nullable OffsetDateTime asOf) {
        return totals.at(requireNonNullElse(reporter, TradeFlowTable.CHINA), asOf);
    }

    private static @Nullable TradePoint pointOf(Subject subject, Period period, Terms terms) {
        return terms.coverage().contains(period)
                ? Trade.points(subject, List.of(period), terms).getFirst()
                : null;
    }

    private static Terms termsOf(SeenTotals seen) {
        return new Terms(Frequency.ANNUAL, Currency.USD, seen);
    }

    private static Subject.OfPartners subjectOf(Corridor corridor) {
        return new Subject.OfPartners(
                corridor.id(), corridor.partners().stream().map(Partner::code).toList());
    }
}
