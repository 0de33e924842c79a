package io.lancang.trade.edit;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("PartnerCorrection")
@Description("What a partner is called and where it is. What is left out stays as it is.")
public record PartnerCorrection(
        @Description("Code of the partner.") @Id @NonNull String code,

        @Description("Name in English.")
        @Nullable
        @Pattern(regexp = PartnerCorrection.TEXT, message = "must be a text of 1 to 200 characters")
        String nameEn,

        @Description("Name in simplified Chinese.")
        @Nullable
        @Pattern(regexp = PartnerCorrection.TEXT, message = "must be a text of 1 to 200 characters")
        String nameZh,

        @Description("Region, one of `regions`; of countries and economies alone.")
        @Nullable
        @Size(max = 200, message = "must have at most {max} characters")
        String region,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {
    /** Not blank. */
    static final String TEXT = "(?s)(?=.*\\S).{1,200}";
}
