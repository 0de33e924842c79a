package io.lancang.trade.ledger;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A figure in its list.")
public record TradeFlowEdge(
        @Description("The figure.") @NonNull TradeFlow node,

        @Description("Where it stands, to be sent as `after` or `before`.") @NonNull
        String cursor) {}
