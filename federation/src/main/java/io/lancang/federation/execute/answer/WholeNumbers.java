package io.lancang.federation.execute.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.federation.json.ByteSink;
import java.math.BigDecimal;

/** Numbers that JSON writes with a fraction or an exponent and that are whole nevertheless, such as 1.0 and 2e3. */
final class WholeNumbers {
    /** No Int needs more, and the work for a number must not grow with what a subgraph sends. */
    private static final int MAX_LENGTH = 64;

    private static final int DIGITS_OF_INT = 10;

    private WholeNumbers() {}

    /** Writes a JSON number as an Int; nothing, and false, if it is not whole or does not fit 32 bits. */
    static boolean writeInt(byte[] json, int from, int to, ByteSink sink) {
        if (to - from > MAX_LENGTH) {
            return false;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(new String(json, from, to - from, US_ASCII));
        } catch (NumberFormatException e) {
            // An exponent beyond all that is counted with: no Int has one.
            return false;
        }
        // Bounded first: 1e999999999 is whole, but not to be written out.
        boolean whole = number.signum() == 0
                || ((long) number.precision() - number.scale() <= DIGITS_OF_INT
                        && number.stripTrailingZeros().scale() <= 0);
        if (!whole || number.longValueExact() != number.intValue()) {
            return false;
        }
        sink.write(String.valueOf(number.intValue()).getBytes(US_ASCII));
        return true;
    }
}
