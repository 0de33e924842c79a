package io.lancang.trade.complexity;

import io.lancang.kit.history.Vantage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * How complex what an economy exports is.
 *
 * @param seen from when, which also says what the economy was called
 */
@Description("How complex what an economy exports is.")
public record ComplexEconomy(
        @Description("Code of the exporter.") @Id @NonNull String code,

        @Description(
                "Economic complexity index, with mean 0 and standard deviation 1 over all exporters; null for one without an"
                        + " advantage in any product.")
        @Nullable
        Double index,

        @Description("In how many products it has a comparative advantage.")
        int diversity,

        @Description(
                "Extensive margin of its exports in percent (Hummels and Klenow 2005): the share that the products which it"
                        + " exports at all have in what all exporters sell to the market.")
        double extensiveMargin,

        @Ignore Vantage seen) {}
