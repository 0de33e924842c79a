package io.lancang.trade.corridor;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.flow.Frequency;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.Trade;
import io.lancang.trade.flow.TradeApi;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.flow.TradeSeries;
import io.lancang.trade.partner.Partner;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Requires;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

    private final Trade trade;
    private final Vantages vantages;

    CorridorTradeApi(Trade trade, Vantages vantages) {
        this.trade = trade;
        this.vantages = vantages;
    }

    private record Asked(List<Integer> years, @Nullable OffsetDateTime asOf) {}

    private record Key(Subject subject, Asked asked) {}

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
        return vantages.at(asOf).flatMap(vantage -> trade.series(subjectOf(corridor), from, to, termsOf(vantage)));
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
        Key key = new Key(subjectOf(corridor), new Asked(comparison.allYears(), asOf));
        return Batches.load("trade-around-openings", key, this::points).map(comparison::of);
    }

    private Uni<Map<Key, List<TradePoint>>> points(List<Key> keys) {
        return Batches.byArguments(
                keys,
                Key::asked,
                (asked, ofThem) -> vantages.lookUp(asked.asOf())
                        .chain(vantage -> trade.pointsWithinData(
                                ofThem.stream().map(Key::subject).toList(), asked.years(), termsOf(vantage)))
                        .map(found -> ofThem.stream()
                                .collect(Collectors.toMap(
                                        key -> key, key -> Objects.requireNonNull(found.get(key.subject()))))));
    }

    private static Terms termsOf(Vantage vantage) {
        return new Terms(Frequency.ANNUAL, Currency.USD, vantage);
    }

    private static Subject subjectOf(Corridor corridor) {
        return new Subject.OfPartners(
                corridor.id(), corridor.partners().stream().map(Partner::code).toList());
    }
}
