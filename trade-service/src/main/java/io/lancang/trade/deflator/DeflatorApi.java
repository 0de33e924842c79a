package io.lancang.trade.deflator;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.batch.References;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.kit.scalar.Decimal;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.TradePoint;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Points at the prices of one year, in the graph. One statement for all points in the same terms. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class DeflatorApi {
    private static final int EXAMPLE = 2015;

    private final DeflatorRepository deflators;
    private final SourceRepository sources;

    DeflatorApi(DeflatorRepository deflators, SourceRepository sources) {
        this.deflators = deflators;
        this.sources = sources;
    }

    private record Key(TradePoint point, int prices) {}

    /** A point at the prices of a year. */
    @Description(
            "The amounts at the prices of one year, by the deflator of their currency that is loaded into the dataset"
                    + " `deflators`: none ships. A deflator of the whole economy says what the money was worth, not how prices of traded"
                    + " goods went.")
    @Cost(weight = 1)
    public @NonNull Uni<RealAmounts> real(
            @Source TradePoint point, @Name("prices") @Description("The year whose prices count.") int prices) {
        YearRange.check(prices, prices, EXAMPLE);
        return Batches.load("real-points", new Key(point, prices), this::deflate);
    }

    private Uni<Map<Key, RealAmounts>> deflate(List<Key> keys) {
        return Batches.byArguments(
                keys,
                key -> key.point().terms(),
                (terms, ofThem) -> deflators
                        .of(terms.currency(), terms.vantage())
                        .map(found -> ofThem.stream()
                                .distinct()
                                .collect(Collectors.toMap(Function.identity(), key -> real(key, terms, found)))));
    }

    private static RealAmounts real(Key key, Terms terms, Map<Integer, DeflatorRepository.Deflator> found) {
        TradePoint point = key.point();
        DeflatorRepository.Deflator own = found.get(point.period().year());
        DeflatorRepository.Deflator base = found.get(key.prices());
        if (own == null || base == null) {
            int missing = own == null ? point.period().year() : key.prices();
            return new RealAmounts(
                    key.prices(),
                    null,
                    null,
                    null,
                    null,
                    own == null ? null : new Decimal(own.index()),
                    base == null ? null : new Decimal(base.index()),
                    Gap.of(
                            GapReason.NO_BASE,
                            "There is no deflator of " + missing + " for " + terms.currency()
                                    + "; a steward loads them into the dataset `deflators`."),
                    null);
        }
        BigDecimal factor = base.index().divide(own.index(), MathContext.DECIMAL64);
        return new RealAmounts(
                key.prices(),
                times(point.exports(), factor),
                times(point.imports(), factor),
                times(point.total(), factor),
                times(point.balance(), factor),
                new Decimal(own.index()),
                new Decimal(base.index()),
                null,
                new SourceReference(own.source(), terms.vantage()));
    }

    private static @Nullable Money times(@Nullable Money amount, BigDecimal factor) {
        return amount == null
                ? null
                : Money.of(
                        amount.number().multiply(factor, MathContext.DECIMAL64),
                        amount.currency(),
                        amount.valuation(),
                        amount.quality().orWeaker(Quality.ESTIMATED));
    }

    @Description("Who gives the deflator of the point's year; null with `gap`.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<RealAmounts> amounts) {
        return References.one(amounts, RealAmounts::citation, sources::byReferences);
    }
}
