package io.lancang.kit.scalar;

import io.smallrye.graphql.api.CustomFloatScalar;
import io.smallrye.graphql.api.CustomScalar;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

/** A decimal number as exact as it was reported: a JSON number, written out without an exponent, never rounded. */
@CustomScalar("Decimal")
@Description("A decimal number, exact as reported: a JSON number with all its digits, never rounded to binary.")
public final class Decimal implements CustomFloatScalar {
    private final BigDecimal value;

    /** The GraphQL extension calls this one for input too, and demands that it be public. */
    public Decimal(BigDecimal value) {
        this.value = value;
    }

    /** The number with the scale that it was given with. */
    public BigDecimal exact() {
        return value;
    }

    /** Whether the other one is the same number with the same scale. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Decimal decimal && value.equals(decimal.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** As it was given: cursors of lists that are filtered by it depend on it. */
    @Override
    public String toString() {
        return value.toPlainString();
    }

    @Override
    public BigDecimal floatValueForSerialization() {
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
