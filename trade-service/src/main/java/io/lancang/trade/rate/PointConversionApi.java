package io.lancang.trade.rate;

import io.lancang.kit.batch.Batches;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.flow.TradePoint;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** Points in another currency, in the graph. */
@GraphQLApi
public class PointConversionApi {
    private final PointRateRepository rates;

    PointConversionApi(PointRateRepository rates) {
        this.rates = rates;
    }

    private record Key(TradePoint point, Currency target) {}

    /** A point in another currency. */
    @Description("The amounts in a currency, marked ESTIMATED: as the dataset itself gives them, where it gives both"
            + " currencies, otherwise all converted by the average rate of the period.")
    public @NonNull Uni<ConvertedPoint> converted(
            @Source TradePoint point, @Name("to") @Description("The currency.") @NonNull Currency to) {
        return Batches.load("point-conversions", new Key(point, to), this::convert);
    }

    private Uni<Map<Key, ConvertedPoint>> convert(List<Key> keys) {
        return Batches.byArguments(
                keys,
                Key::target,
                (target, ofTarget) -> rates.bases(
                                ofTarget.stream().map(Key::point).toList(), target)
                        .map(bases -> ofTarget.stream()
                                .collect(Collectors.toMap(
                                        key -> key,
                                        key -> PointConversions.of(
                                                key.point(),
                                                target,
                                                bases.getOrDefault(key.point(), PointRateRepository.Basis.NONE))))));
    }
}
