package io.lancang.trade.province;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Money;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact about the trade of a province.
 *
 * @param citation who quotes it, served as {@code source}
 */
@Description(
        "A quoted figure of a province's trade, with the days that it covers. Figures of different spans are not to"
                + " be compared or added.")
public record ProvincialTrade(
        @Description("Code of the province by ISO 3166-2: `CN-YN` for Yunnan.") @Id @NonNull
        String reporterCode,

        @Description("First day that the figure is about.") @NonNull
        LocalDate start,

        @Description("Last day that the figure is about.") @NonNull
        LocalDate end,

        @Description("Whether the days are a whole calendar year.")
        boolean wholeYear,

        @Description("What it is about.") @NonNull ProvincialFlow flow,

        @Description("Code of the partner, bloc or aggregate.") @Id @NonNull
        String partnerCode,

        @Description("The amount as quoted.") @NonNull Money amount,

        @Description("What the source adds, such as growth; null if nothing.") @Nullable
        String note,

        @Ignore SourceReference citation) {}
