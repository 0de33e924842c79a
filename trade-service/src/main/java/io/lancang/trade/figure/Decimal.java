package io.lancang.trade.figure;

import io.smallrye.graphql.api.CustomFloatScalar;
import io.smallrye.graphql.api.CustomScalar;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

/**
 * An exact number of the graph.
 *
 * @param value the number
 */
@CustomScalar("Decimal")
@Description("An exact decimal number, written as a JSON number with all of its digits.")
public record Decimal(BigDecimal value) implements CustomFloatScalar {
    /** A scale below zero would be written in powers of ten. */
    public Decimal {
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    @Override
    public BigDecimal floatValueForSerialization() {
        return value;
    }
}
