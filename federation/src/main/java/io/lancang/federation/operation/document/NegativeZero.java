package io.lancang.federation.operation.document;

import java.io.Serial;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A zero below zero, as IEEE 754 and GraphQL's Float have one and decimal numbers have not. It is written as it was read, and
 * equals no zero that a client can write, so that the two are different values of an argument.
 */
final class NegativeZero extends BigDecimal {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String text;

    /**
     * A zero with a sign.
     *
     * @param text a literal that begins with a minus and has no digit but 0
     */
    NegativeZero(String text) {
        super(BigInteger.ZERO, Integer.MAX_VALUE);
        this.text = text;
    }

    @Override
    public double doubleValue() {
        return -0.0;
    }

    @Override
    public String toString() {
        return text;
    }
}
