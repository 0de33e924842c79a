package io.lancang.kit.text;

import java.math.BigDecimal;

/**
 * Reads decimal numbers of a sane size. {@code 1e999999999} is a short text, but takes gigabytes as soon as it is written
 * out, and a number of a million digits takes minutes to read: both are refused before a number is made of them.
 */
public final class Numerals {
    /** How many digits a number may have before its point, and as many behind it. */
    public static final int MOST_DIGITS = 20;

    private static final int LONGEST = 64;
    private static final String RULE =
            "; a number has at most " + MOST_DIGITS + " digits before its point and " + MOST_DIGITS + " behind it";

    private Numerals() {}

    /**
     * The number, exactly as written.
     *
     * @throws NumberFormatException if it is no number or too long a one; the message names the value and the rule
     */
    public static BigDecimal read(String text) {
        if (text.length() > LONGEST) {
            throw new NumberFormatException("'" + Brief.value(text) + "' has " + text.length() + " characters" + RULE);
        }
        BigDecimal number = parsed(text);
        if (!isSane(number)) {
            throw new NumberFormatException("'" + text + "' is too large or too fine" + RULE);
        }
        return number;
    }

    /** Whether a number has no more digits than it may. */
    public static boolean isSane(BigDecimal number) {
        long before = (long) number.precision() - number.scale();
        return before <= MOST_DIGITS && number.scale() <= MOST_DIGITS;
    }

    private static BigDecimal parsed(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw (NumberFormatException)
                    new NumberFormatException("'" + Brief.value(text) + "' is no number").initCause(notANumber);
        }
    }
}
