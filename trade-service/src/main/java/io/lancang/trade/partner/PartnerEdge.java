package io.lancang.trade.partner;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A partner with its place in a list.")
public record PartnerEdge(
        @Description("The partner.") @NonNull Partner node,

        @Description("Its place, to be sent as `after` or `before`.") @NonNull
        String cursor) {}
