package io.lancang.trade.headline;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A quoted figure, and how far it is from the computed one.
 *
 * @param citation who quotes it, served as {@code source}
 */
@Description(
        "A rounded figure that China Customs announced, as a source quotes it, beside what the datasets give for the"
                + " same partner, year and flow.")
public record Headline(
        @Description("Code of the partner or bloc that the figure is about.") @Id @NonNull
        String code,

        @Description("The calendar year, or the one that the part of a year lies in.")
        int year,

        @Description("Whether the figure is about the whole year; if not, `note` says about which part.")
        boolean wholeYear,

        @Description("Which flow.") @NonNull FlowSelection flow,

        @Description("The figure as quoted, in units of the currency.") @NonNull
        Money amount,

        @Description("What the source adds: the part of the year, growth, or who published; null if nothing.") @Nullable
        String note,

        @Description("What the datasets give for the same: reported by the partner's row, or summed over the members of"
                + " the bloc in that year. Null with `gap` where they give nothing.")
        @Nullable
        Money computed,

        @Description("Quoted minus computed amount; null where there is no computed one.") @Nullable
        Money difference,

        @Description("The difference in percent of the computed amount; null where there is none.") @Nullable
        Double differencePercent,

        @Description("Why there is nothing to compare with, or which members the computed figure lacks; null if"
                + " neither.")
        @Nullable
        Gap gap,

        @Ignore SourceReference citation) {}
