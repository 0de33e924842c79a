package io.lancang.trade.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/** Ratios of exact amounts, as the floating-point numbers that the graph gives for them. The base is never zero. */
public final class Percent {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /** {@code part} in percent of {@code whole}. */
    public static double of(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64).doubleValue();
    }

    /** The change from {@code before} to {@code after}, in percent of {@code before}. */
    public static double change(BigDecimal before, BigDecimal after) {
        return of(after.subtract(before), before);
    }

    /** How many times {@code after} is {@code before}. */
    public static double fold(BigDecimal before, BigDecimal after) {
        return after.divide(before, MathContext.DECIMAL64).doubleValue();
    }

    /** The constant yearly growth, in percent, that leads from {@code before} to {@code after} in {@code years}. */
    public static double compoundGrowth(BigDecimal before, BigDecimal after, int years) {
        return (Math.pow(fold(before, after), 1.0 / years) - 1) * HUNDRED.doubleValue();
    }
}
