package io.lancang.trade.corridor;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.flow.AlikePoints;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.Trade;
import io.lancang.trade.flow.TradeApi;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.flow.TradeSeries;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
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
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What this subgraph says about corridors. Nullable, so that an outage costs these fields and not the corridor. */
@GraphQLApi
public class CorridorTradeApi {
    private static final int YEARS = 3;
    private static final int MOST_YEARS = 10;

    private final TotalsInMemory totals;

    CorridorTradeApi(TotalsInMemory totals) {
        this.totals = totals;
    }

    /** Trade with the partners of a corridor. */
    @Requires(fields = @FieldSet("partners { code }"))
    @Description(
            "China's whole trade with the partners that the corridor links, in US dollars. It is no claim that the"
                    + " goods moved on the corridor. China itself, which every corridor links, is left out: it is the reporter.")
    @Cost(weight = 10)
    public Uni<TradeSeries> tradeServed(
            @Source Corridor corridor,
            @Name("from") @Description(TradeApi.FROM) @Nullable Integer from,
            @Name("to") @Description(TradeApi.TO) @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return totals.at(asOf).map(seen -> Trade.series(subjectOf(corridor), from, to, termsOf(seen)));
    }

    /** Trade before and after the opening of a corridor. */
    @Requires(fields = @FieldSet("openedOn openedYear partners { code }"))
    @Description(
            "China's whole trade with the partners that the corridor links, before and after it opened, in US"
                    + " dollars; the year of its opening is enough. It is no claim that the goods moved on the corridor, nor that it caused the change.")
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
        return totals.at(asOf)
                .map(CorridorTradeApi::termsOf)
                .map(terms -> comparison.of(
                        AlikePoints.of(subject, comparison.comparedYears(), terms),
                        pointOf(subject, Period.ofYear(openedYear), terms)));
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
