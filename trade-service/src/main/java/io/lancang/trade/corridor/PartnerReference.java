package io.lancang.trade.corridor;

import io.smallrye.graphql.api.federation.Inaccessible;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/**
 * A partner as a router names it in the representation of a corridor.
 *
 * @param code its key
 */
@Inaccessible
@Input("PartnerReferenceInput")
@Description("A partner named by its key, as a router sends it. No field takes it.")
public record PartnerReference(@Description("The key.") String code) {}
