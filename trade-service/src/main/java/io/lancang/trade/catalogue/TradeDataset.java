package io.lancang.trade.catalogue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as the graph shows it.
 *
 * @param sourceIds its sources, served as {@code sources}
 */
@Type("Dataset")
@Description("A collection of facts about trade.")
public record TradeDataset(
        @Description("Stable id, such as `trade_annual`.") @Id @NonNull
        String id,

        @Description("What it is called.") @NonNull String title,

        @Description("What its rows say, with concepts and units.") @NonNull
        String definition,

        @Description("What is known to be missing; null if nothing is.") @Nullable
        String missing,

        @Description(
                "Its place among datasets with figures of the same kind: the one with the lowest number is answered"
                        + " from, and of equals the older one. Null if none of its figures counts in series, ranks and shares; they are"
                        + " found by `tradeFlows` and `tradeSummary` all the same.")
        @Nullable
        Integer precedence,

        @Ignore List<String> sourceIds) {}
