package io.lancang.trade.rate;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.kit.scalar.Decimal;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.flow.TradePoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts points. Where the dataset itself gives every flow of the point in the other currency these amounts stand;
 * otherwise all amounts are converted by the average rate of the period.
 */
final class PointConversions {
    private PointConversions() {}

    static ConvertedPoint of(TradePoint point, Currency target, PointRateRepository.Basis basis) {
        if (point.terms().currency() == target) {
            return new ConvertedPoint(point.exports(), point.imports(), point.total(), point.balance(), null, null);
        }
        if (point.quality() == Quality.MISSING) {
            return new ConvertedPoint(null, null, null, null, null, null);
        }
        boolean isOwn = isOwn(point.exports(), basis.exports()) && isOwn(point.imports(), basis.imports());
        return isOwn && basis.ownSource() != null ? byOwnRate(point, target, basis) : byAverage(point, target, basis);
    }

    /** A quoted figure is of no dataset, and so is in no other currency. */
    private static boolean isOwn(@Nullable Money amount, @Nullable BigDecimal own) {
        return amount == null || (own != null && amount.quality() != Quality.HEADLINE);
    }

    private static ConvertedPoint byOwnRate(TradePoint point, Currency target, PointRateRepository.Basis basis) {
        Money exports = owned(point.exports(), basis.exports(), target);
        Money imports = owned(point.imports(), basis.imports(), target);
        BigDecimal amounts = sum(point.exports(), point.imports());
        BigDecimal owned = sum(exports, imports);
        if (owned.signum() == 0 || amounts.signum() == 0) {
            return byAverage(point, target, basis);
        }
        BigDecimal rate = target == Currency.USD ? Conversions.rate(amounts, owned) : Conversions.rate(owned, amounts);
        return new ConvertedPoint(
                exports,
                imports,
                point.total() == null || exports == null || imports == null
                        ? null
                        : estimated(exports.number().add(imports.number()), target),
                point.balance() == null || exports == null || imports == null
                        ? null
                        : estimated(exports.number().subtract(imports.number()), target),
                new ExchangeRate(
                        point.period(),
                        new Decimal(rate),
                        RateOrigin.IMPLIED_BY_DATASET,
                        new SourceReference(
                                Objects.requireNonNull(basis.ownSource()),
                                point.terms().vantage())),
                null);
    }

    private static @Nullable Money owned(@Nullable Money amount, @Nullable BigDecimal own, Currency target) {
        return amount == null || own == null ? null : Money.of(own, target, amount.valuation(), Quality.ESTIMATED);
    }

    private static BigDecimal sum(@Nullable Money exports, @Nullable Money imports) {
        return Stream.of(exports, imports)
                .filter(Objects::nonNull)
                .map(Money::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money estimated(BigDecimal amount, Currency target) {
        return Money.of(amount, target, null, Quality.ESTIMATED);
    }

    private static ConvertedPoint byAverage(TradePoint point, Currency target, PointRateRepository.Basis basis) {
        BigDecimal average = basis.average();
        String source = basis.averageSource();
        if (average == null || source == null) {
            Gap gap = Gap.of(
                    GapReason.CURRENCY_NOT_AVAILABLE,
                    "There is no average rate of " + point.period().label() + ".");
            return new ConvertedPoint(null, null, null, null, null, gap);
        }
        return new ConvertedPoint(
                averaged(point.exports(), average, target),
                averaged(point.imports(), average, target),
                averaged(point.total(), average, target),
                averaged(point.balance(), average, target),
                new ExchangeRate(
                        point.period(),
                        new Decimal(average),
                        RateOrigin.PERIOD_AVERAGE,
                        new SourceReference(source, point.terms().vantage())),
                null);
    }

    private static @Nullable Money averaged(@Nullable Money amount, BigDecimal average, Currency target) {
        return amount == null
                ? null
                : Money.of(
                        Conversions.byAverage(amount.number(), average, target).setScale(0, RoundingMode.HALF_EVEN),
                        target,
                        amount.valuation(),
                        amount.quality().orWeaker(Quality.ESTIMATED));
    }
}
