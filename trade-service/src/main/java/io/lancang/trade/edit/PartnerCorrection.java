package io.lancang.trade.edit;

import io.lancang.trade.partner.PartnerName;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("PartnerCorrectionInput")
@Description("What a partner is called and where it is. What is left out stays as it is.")
public record PartnerCorrection(
        @Description("Code of the partner.") @Id @NonNull String code,

        @Description("Name in English.") @Nullable @Pattern(regexp = PartnerName.FORM, message = PartnerName.RULE)
        String nameEn,

        @Description("Name in simplified Chinese.")
        @Nullable
        @Pattern(regexp = PartnerName.FORM, message = PartnerName.RULE)
        String nameZh,

        @Description("Region, one of `regions`; of countries and economies alone.")
        @Nullable
        @Pattern(regexp = PartnerName.FORM, message = PartnerName.RULE)
        String region,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {}
