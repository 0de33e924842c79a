package io.lancang.trade.structure;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Percent;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.period.Frequency;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trade beside the size of those who trade. */
final class SizeRatios {
    private SizeRatios() {}

    static Ratio toGdp(TradePoint point, SizeRepository.Size size) {
        Optional<Ratio> undefined = undefined(point);
        if (undefined.isPresent()) {
            return undefined.get();
        }
        if (point.terms().currency() != Currency.USD) {
            return Ratio.undefined(
                    GapReason.CURRENCY_NOT_AVAILABLE,
                    "Gross domestic product is in US dollars and the trade in "
                            + point.terms().currency() + "; nothing is converted.");
        }
        return ratio(point, size.gdp(), "gross domestic product", Percent::of);
    }

    static Ratio perHead(TradePoint point, SizeRepository.Size size) {
        return undefined(point)
                .orElseGet(() ->
                        ratio(point, size.population(), "population", (amount, heads) -> Percent.fold(heads, amount)));
    }

    private interface Division {
        double of(BigDecimal amount, BigDecimal size);
    }

    private static Ratio ratio(TradePoint point, @Nullable BigDecimal size, String what, Division division) {
        Money total = point.total();
        if (total == null || size == null || size.signum() == 0) {
            return Ratio.undefined(
                    GapReason.NO_BASE,
                    "There is no " + what + " of " + point.subject().label() + " in "
                            + point.period().label() + ", or not of every member.");
        }
        return Ratio.of(division.of(total.number(), size));
    }

    private static Optional<Ratio> undefined(TradePoint point) {
        if (point.period().frequency() != Frequency.ANNUAL) {
            return Optional.of(Ratio.undefined(
                    GapReason.PART_OF_PERIOD, "Size is known by year, and the figure is about a month."));
        }
        return point.total() == null
                ? Optional.of(Ratio.undefined(
                        GapReason.NO_BASE,
                        "There is no total of " + point.period().label() + "."))
                : Optional.empty();
    }
}
