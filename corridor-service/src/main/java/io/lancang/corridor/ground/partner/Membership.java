package io.lancang.corridor.ground.partner;

import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A partner's membership in a bloc, as far as this subgraph needs it. */
@Description("A partner's membership in a bloc.")
public record Membership(
        @Description("The member.") @NonNull @Shareable Partner partner) {}
