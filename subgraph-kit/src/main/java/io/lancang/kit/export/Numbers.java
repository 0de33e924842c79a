package io.lancang.kit.export;

import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;

/** Writes numbers as files have them: exact, and without an exponent. */
final class Numbers {
    private Numbers() {}

    static String plain(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal.toPlainString();
            case Numeric numeric
            when !numeric.isNaN() -> numeric.bigDecimalValue().toPlainString();
            default -> number.toString();
        };
    }
}
