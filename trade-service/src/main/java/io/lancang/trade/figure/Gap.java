package io.lancang.trade.figure;

import io.lancang.trade.partner.PartnerReference;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/**
 * Why a figure is missing or incomplete.
 *
 * @param reason the kind of gap
 * @param detail a sentence with what and why
 * @param missingMembers the members without a figure; the graph shows them as {@code missingPartners}
 */
@Type("Gap")
@Description("Why a figure is missing or incomplete.")
public record Gap(
        @Description("The kind of gap.") @NonNull GapReason reason,

        @Description("What is missing and why, in a sentence.") @NonNull
        String detail,

        @Ignore List<PartnerReference> missingMembers) {

    /** A gap that is about no member in particular. */
    public static Gap of(GapReason reason, String detail) {
        return new Gap(reason, detail, List.of());
    }
}
