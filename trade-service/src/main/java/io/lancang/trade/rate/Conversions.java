package io.lancang.trade.rate;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.kit.scalar.Decimal;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.ledger.TradeFlow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Converts figures. What the dataset itself gives in the other currency comes before any average of the market. */
final class Conversions {
    private static final int DIGITS_OF_A_RATE = 4;

    private Conversions() {}

    static Conversion of(TradeFlow flow, Currency target, RateRepository.@Nullable Basis basis) {
        Money value = flow.value();
        if (value.currency() == target) {
            return new Conversion(value, null, null);
        }
        BigDecimal own = basis == null ? null : basis.own();
        String ownSource = basis == null ? null : basis.ownSource();
        if (own != null
                && ownSource != null
                && own.signum() > 0
                && value.number().signum() > 0) {
            BigDecimal yuan = target == Currency.USD ? value.number() : own;
            BigDecimal dollars = target == Currency.USD ? own : value.number();
            BigDecimal implied = rate(yuan, dollars);
            return converted(flow, target, own, rate(flow, implied, RateOrigin.IMPLIED_BY_DATASET, ownSource));
        }
        BigDecimal average = basis == null ? null : basis.average();
        String averageSource = basis == null ? null : basis.averageSource();
        if (average == null || averageSource == null) {
            Gap gap = Gap.of(
                    GapReason.CURRENCY_NOT_AVAILABLE,
                    "There is no average rate of " + flow.period().label() + ".");
            return new Conversion(null, null, gap);
        }
        BigDecimal amount = byAverage(value.number(), average, target).setScale(0, RoundingMode.HALF_EVEN);
        return converted(flow, target, amount, rate(flow, average, RateOrigin.PERIOD_AVERAGE, averageSource));
    }

    /** Yuan for one US dollar. */
    static BigDecimal rate(BigDecimal yuan, BigDecimal dollars) {
        return yuan.divide(dollars, DIGITS_OF_A_RATE, RoundingMode.HALF_EVEN);
    }

    /** An amount of the other currency in {@code target}. */
    static BigDecimal byAverage(BigDecimal amount, BigDecimal cnyPerUsd, Currency target) {
        return switch (target) {
            case USD -> amount.divide(cnyPerUsd, MathContext.DECIMAL128);
            case CNY -> amount.multiply(cnyPerUsd);
        };
    }

    private static ExchangeRate rate(TradeFlow flow, BigDecimal rate, RateOrigin origin, String source) {
        return new ExchangeRate(
                flow.period(),
                new Decimal(rate),
                origin,
                new SourceReference(source, flow.citation().seen()));
    }

    private static Conversion converted(TradeFlow flow, Currency target, BigDecimal amount, ExchangeRate rate) {
        return new Conversion(Money.of(amount, target, flow.value().valuation(), Quality.ESTIMATED), rate, null);
    }
}
