package io.lancang.trade.partner;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

@Input("PartnerFilterInput")
@Description("Which partners to list. All conditions must hold; one that is not given holds always.")
public record PartnerFilter(
        @Description("Only partners of this kind.") @Nullable
        PartnerKind kind,

        @Description("Only partners of this region, as in `Partner.region`.") @Nullable
        String region,

        @Description("Only partners that belong to this bloc today.") @Id @Nullable
        String bloc,

        @Description("Only partners with this text in their code or name, in English or Chinese; case does not matter.")
        @Nullable
        String text) {
    static final PartnerFilter ALL = new PartnerFilter(null, null, null, null);
}
