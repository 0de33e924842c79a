package io.lancang.trade.indicator;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.partner.Partner;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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

    IndicatorApi(IndicatorRepository repository, Vantages vantages) {
        this.repository = repository;
        this.vantages = vantages;
    }

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

    private Uni<Map<Key, List<Indicator>>> read(List<Key> keys) {
        return Batches.byArguments(
                keys,
                Key::asked,
                (asked, ofThem) -> vantages.lookUp(asked.asOf())
                        .chain(vantage -> repository.indicators(
                                ofThem.stream().map(Key::code).toList(), asked.from(), asked.to(), vantage))
                        .map(found -> Batches.lists(ofThem, Key::code, found)));
    }
}
