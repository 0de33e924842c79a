package io.lancang.trade.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The classes that {@code trade_amount_tally} counts figures by. Each begins with a round number: up to 100 with every whole one, above
 * with those of three digits that are multiples of 1 up to 199, of 2 up to 498 and of 5 from 500 on, and the last with 10^15.
 */
final class AmountClass {
    private static final BigDecimal LAST = BigDecimal.TEN.pow(15);
    private static final int DIGITS = 3;

    private AmountClass() {}

    /** The least beginning of a class that is at least {@code amount}; nothing above the last. */
    static Optional<BigDecimal> atLeast(BigDecimal amount) {
        if (amount.compareTo(LAST) > 0) {
            return Optional.empty();
        }
        BigDecimal whole = amount.setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE);
        int places = Math.max(0, whole.precision() - DIGITS);
        BigDecimal digits = whole.movePointLeft(places).setScale(0, RoundingMode.CEILING);
        return Optional.of(roundUp(digits, step(digits.intValueExact())).movePointRight(places));
    }

    /** The least beginning of a class that is more than {@code amount}; nothing from the last on. */
    static Optional<BigDecimal> above(BigDecimal amount) {
        return amount.compareTo(LAST) >= 0
                ? Optional.empty()
                : atLeast(amount.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
    }

    private static int step(int digits) {
        if (digits < 200) {
            return 1;
        }
        return digits < 500 ? 2 : 5;
    }

    private static BigDecimal roundUp(BigDecimal digits, int step) {
        BigDecimal of = BigDecimal.valueOf(step);
        return digits.divide(of, 0, RoundingMode.CEILING).multiply(of);
    }
}
