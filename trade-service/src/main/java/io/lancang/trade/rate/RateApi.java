package io.lancang.trade.rate;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.ledger.TradeFlow;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.selection.EmptyListRepository;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Rates and conversions in the graph. */
@GraphQLApi
public class RateApi {
    private final RateRepository repository;
    private final Vantages vantages;
    private final SourceRepository sources;
    private final EmptyListRepository emptyLists;

    RateApi(RateRepository repository, Vantages vantages, SourceRepository sources, EmptyListRepository emptyLists) {
        this.emptyLists = emptyLists;
        this.repository = repository;
        this.vantages = vantages;
        this.sources = sources;
    }

    private record Key(TradeFlow flow, Currency target) {
        Arguments arguments() {
            return new Arguments(target, flow.citation().seen());
        }
    }

    /** What a statement is the same for. */
    private record Arguments(Currency target, Vantage seen) {}

    /** Rates by period. */
    @Query
    @Description("Yuan for one US dollar, averages by year or month, ascending. They are not the rates of Customs.")
    @ListSize(assumedSize = 50)
    public @NonNull Uni<List<@NonNull ExchangeRate>> exchangeRates(
            @Name("frequency") @Description("Years or months.") @DefaultValue("ANNUAL") @Nullable Frequency frequency,
            @Name("from") @Description("First year.") @Nullable Integer from,
            @Name("to") @Description("Last year.") @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        Frequency asked = checked(frequency, from, to);
        return vantages.at(asOf).flatMap(vantage -> repository.rates(asked, from, to, vantage));
    }

    /** Why there are none. */
    @Query
    @Description("Why `exchangeRates` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> exchangeRatesGap(
            @Name("frequency") @Description("Years or months.") @DefaultValue("ANNUAL") @Nullable Frequency frequency,
            @Name("from") @Description("First year.") @Nullable Integer from,
            @Name("to") @Description("Last year.") @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        Frequency asked = checked(frequency, from, to);
        EmptyListRepository.Kind kind = new EmptyListRepository.Kind(
                asked + " rates",
                "exchange_rate",
                "extract(year from t.period)",
                "t.frequency::text = $1",
                List.of(asked.code()));
        return vantages.at(asOf)
                .flatMap(vantage -> repository
                        .rates(asked, from, to, vantage)
                        .flatMap(found ->
                                emptyLists.gapOf(found, kind, new EmptyListRepository.Years(from, to), vantage)));
    }

    private static Frequency checked(@Nullable Frequency frequency, @Nullable Integer from, @Nullable Integer to) {
        if (frequency == Frequency.CUMULATIVE) {
            throw ServiceException.badInput(
                    "`frequency` is CUMULATIVE; rates are averages of years and of months.", "Send ANNUAL or MONTHLY.");
        }
        YearRange.check(from, to, 2024);
        return requireNonNullElse(frequency, Frequency.ANNUAL);
    }

    /** A figure in another currency. */
    @Description(
            "The figure in a currency: by the rate that its own dataset used, where it gives both currencies, otherwise"
                    + " by the average rate of the period.")
    public @NonNull Uni<Conversion> converted(
            @Source TradeFlow flow, @Name("to") @Description("The currency.") @NonNull Currency to) {
        return Batches.load("flow-conversions", new Key(flow, to), this::convert);
    }

    private Uni<Map<Key, Conversion>> convert(List<Key> keys) {
        return Batches.byArguments(
                keys,
                Key::arguments,
                (arguments, same) -> repository
                        .bases(same.stream().map(Key::flow).toList(), arguments.target(), arguments.seen())
                        .map(bases -> same.stream()
                                .collect(Collectors.toMap(
                                        key -> key,
                                        key -> Conversions.of(
                                                key.flow(), arguments.target(), bases.get(key.flow()))))));
    }

    @Description("Who gives the rate.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<ExchangeRate> rates) {
        return References.one(rates, ExchangeRate::citation, sources::byReferences);
    }
}
