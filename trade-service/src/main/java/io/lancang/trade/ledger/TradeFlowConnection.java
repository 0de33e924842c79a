package io.lancang.trade.ledger;

import io.lancang.kit.connection.PageInfo;
import io.lancang.trade.selection.Selection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * One page of figures.
 *
 * @param selection what the page was read with, to count by when the count is asked for
 */
@Description("One page of figures.")
public record TradeFlowConnection(
        @Description("The figures of this page with their cursors.") @NonNull
        List<@NonNull TradeFlowEdge> edges,

        @Description("The figures of this page.") @NonNull List<@NonNull TradeFlow> nodes,
        @Description("Where this page stands.") @NonNull PageInfo pageInfo,

        @Description("What the filter means where it leaves something out: that aggregates or products are not listed"
                + " unless they are named. Empty if it leaves nothing out.")
        @NonNull
        List<@NonNull String> notes,

        @Ignore Selection selection) {}
