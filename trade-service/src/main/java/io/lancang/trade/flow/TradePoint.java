package io.lancang.trade.flow;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Period;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A reporter's trade with a subject in one period.
 *
 * @param sourceIds sources of every amount, served as {@code sources}
 * @param shares shares by flow, of which the graph shows that of the total
 * @param subject whose point it is
 * @param terms terms of the series, for what else is asked about the point
 */
@Description(
        "The trade of a reporter, China unless another is asked for, with a partner, a bloc or a set of partners in one"
                + " period, as it was reported.")
public record TradePoint(
        @Description("The period.") @NonNull Period period,

        @Description("The reporter's exports, FOB, by last known destination; null if there is no figure.") @Nullable
        Money exports,

        @Description("The reporter's imports, CIF, by origin; null if there is no figure.") @Nullable
        Money imports,

        @Description("Exports plus imports of one dataset; a quoted figure (HEADLINE) where that cannot be computed;"
                + " null if neither exists.")
        @Nullable
        Money total,

        @Description("Exports minus imports of one dataset; null where either is missing or quoted.") @Nullable
        Money balance,

        @Description("Share of the total in China's trade with the world, in percent, both of the same dataset; null"
                + " where either is missing, and where another than China reports: `share` is that of any reporter.")
        @Nullable
        Double shareOfChina,

        @Description("Why an amount is missing or incomplete; null if none is.") @Nullable
        Gap gap,

        @Description("The weakest quality among the amounts of this point; MISSING if there is none.") @NonNull
        Quality quality,

        @Ignore List<String> sourceIds,
        @Ignore Shares shares,
        @Ignore Subject subject,
        @Ignore Terms terms) {

    /** The amount of one flow, or null. */
    public @Nullable Money amountOf(FlowSelection flow) {
        return switch (flow) {
            case EXPORTS -> exports;
            case IMPORTS -> imports;
            case TOTAL -> total;
        };
    }

    /** Whether a dataset has a figure, rather than that one is quoted. */
    boolean isComputed() {
        return isReported(exports) || isReported(imports);
    }

    private static boolean isReported(@Nullable Money amount) {
        return amount != null && amount.quality() != Quality.HEADLINE;
    }

    /** Whether any amount is there. */
    boolean hasAmount() {
        return quality != Quality.MISSING;
    }
}
