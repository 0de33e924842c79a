package io.lancang.trade.indicator;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.selection.EmptyListRepository;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Indicators in the graph. */
@GraphQLApi
public class IndicatorApi {
    private final IndicatorRepository repository;
    private final Vantages vantages;
    private final EmptyListRepository emptyLists;

    IndicatorApi(IndicatorRepository repository, Vantages vantages, EmptyListRepository emptyLists) {
        this.emptyLists = emptyLists;
        this.repository = repository;
        this.vantages = vantages;
    }

    private static final EmptyListRepository.Kind INDICATORS =
            EmptyListRepository.Kind.ofYears("gross domestic products and populations", "indicator");

    private record Asked(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable OffsetDateTime asOf) {}

    private record Key(String code, Asked asked) {}

    /** The indicators of a partner. */
    @Description("Gross domestic product and population by year, ascending. A year without either is left out.")
    @ListSize(assumedSize = 25)
    public Uni<List<@NonNull Indicator>> indicators(
            @Source Partner partner,
            @Name("from") @Description("First year; the first known if left out.") @Nullable Integer from,
            @Name("to") @Description("Last year; the last known if left out.") @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        YearRange.checkOrder(from, to);
        return Batches.load("partner-indicators", new Key(partner.code(), new Asked(from, to, asOf)), this::read);
    }

    /** Why there are none. */
    @Description("Why `indicators` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> indicatorsGap(
            @Source Partner partner,
            @Name("from") @Description("First year.") @Nullable Integer from,
            @Name("to") @Description("Last year.") @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        YearRange.checkOrder(from, to);
        return Batches.load("partner-indicator-gaps", new Key(partner.code(), new Asked(from, to, asOf)), this::gaps)
                .map(gap -> (@Nullable Gap) gap);
    }

    private Uni<Map<Key, List<Indicator>>> read(List<Key> keys) {
        return Batches.byArguments(
                keys,
                Key::asked,
                (asked, ofThem) -> vantages.lookUp(asked.asOf()).chain(vantage -> read(ofThem, asked, vantage)));
    }

    private Uni<Map<Key, List<Indicator>>> read(List<Key> keys, Asked asked, Vantage vantage) {
        return repository
                .indicators(keys.stream().map(Key::code).toList(), asked.from(), asked.to(), vantage)
                .map(found -> Batches.lists(keys, Key::code, found));
    }

    /** The reason is the same for all whose arguments are. */
    private Uni<Map<Key, Gap>> gaps(List<Key> keys) {
        return Batches.byArguments(
                keys,
                Key::asked,
                (asked, ofThem) -> vantages.lookUp(asked.asOf())
                        .chain(vantage -> read(ofThem, asked, vantage)
                                .map(found -> ofThem.stream()
                                        .filter(key -> found.getOrDefault(key, List.of())
                                                .isEmpty())
                                        .toList())
                                .chain(empty -> empty.isEmpty()
                                        ? Uni.createFrom().item(Map.<Key, Gap>of())
                                        : emptyLists
                                                .why(
                                                        INDICATORS,
                                                        new EmptyListRepository.Years(asked.from(), asked.to()),
                                                        vantage)
                                                .map(gap -> empty.stream()
                                                        .collect(Collectors.toMap(key -> key, key -> gap))))));
    }
}
