package io.lancang.trade.structure;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.flow.Dimension;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How much of trade is in few hands. */
@Description("How trade spreads over partners or products in a year.")
public record Concentration(
        @Description("The calendar year.") int year,

        @Description("What the trade spreads over: PARTNER or PRODUCT.") @NonNull
        Dimension by,

        @Description("Which flow.") @NonNull FlowSelection flow,

        @Description(
                "Herfindahl-Hirschman index: the sum of the squared shares, from 1/n (all alike) to 1 (one has all)."
                        + " Null with `gap` where undefined.")
        @Nullable
        Double index,

        @Description("The index rescaled to reach from 0 to 1 for any number of partners or products:"
                + " (index - 1/n) / (1 - 1/n). Null where undefined or n is 1.")
        @Nullable
        Double normalised,

        @Description("How many of equal size would be as concentrated: 1 / index. Null where undefined.") @Nullable
        Double effectiveNumber,

        @Description("How many partners or products have a figure and count.")
        int count,

        @Description("Why there is no index; null if there is one.") @Nullable
        Gap gap) {

    static Concentration of(ConcentrationKey key, double index, int count) {
        Double normalised = count < 2 ? null : (index - 1.0 / count) / (1 - 1.0 / count);
        return new Concentration(key.year(), key.by(), key.flow(), index, normalised, 1 / index, count, null);
    }

    static Concentration undefined(ConcentrationKey key, Gap gap) {
        return new Concentration(key.year(), key.by(), key.flow(), null, null, null, 0, gap);
    }
}
