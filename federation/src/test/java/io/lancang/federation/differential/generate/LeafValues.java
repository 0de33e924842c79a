package io.lancang.federation.differential.generate;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Draws values of scalars, among them those that careless software spoils. */
final class LeafValues {
    private final Dice dice;
    private int unique;

    LeafValues(Dice dice) {
        this.dice = dice;
    }

    /**
     * A value.
     *
     * @param unique whether no two values may be the same
     */
    Object scalar(String thing, String field, String scalar, boolean unique) {
        return switch (scalar) {
            case "Int" -> unique ? this.unique++ : (Object) dice.of(0, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE);
            case "Float" -> dice.of(0.5, -2.25, 3.0, 1024.125);
            case "Boolean" -> dice.chance(0.5);
            case "Long" ->
                unique
                        ? BigInteger.valueOf(9_007_199_254_740_993L).add(BigInteger.valueOf(this.unique++))
                        : dice.of(new BigInteger("9223372036854775807"), new BigInteger("12345678901234567890"));
            case "Decimal" -> new BigDecimal(dice.of("1.10", "0.000", "123456789.123456789012345", "-7.50"));
            default -> unique ? thing + "." + field + dice.of("", "é", "\"\\", "中文", "\uD83D\uDE00") : text(field);
        };
    }

    private String text(String field) {
        return field + dice.of("", " é", " \"quoted\"", " \\back", " 昆明", " \uD83D\uDE82", "\n\t", " </script>");
    }
}
