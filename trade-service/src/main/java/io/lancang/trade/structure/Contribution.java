package io.lancang.trade.structure;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Money;
import io.lancang.trade.flow.ComparisonBasis;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What one member contributes to a point.
 *
 * @param seen from when, which also says what the member was called
 */
@Description("What one member contributes to the trade of a bloc or of a set of partners in one period.")
public record Contribution(
        @Description("Code of the member.") @Id @NonNull String code,

        @Description("The reporter's exports to the member, FOB; null if there is no figure, which does not mean zero.")
        @Nullable
        Money exports,

        @Description(
                "The reporter's imports from the member, CIF; null if there is no figure, which does not mean zero.")
        @Nullable
        Money imports,

        @Description("Exports plus imports; null where either is missing.") @Nullable
        Money total,

        @Description("Share of the member's total in the total of those members that have one, in percent; null where"
                + " it has none.")
        @Nullable
        Double share,

        @Description("How many percentage points the member added to the growth of that total on the previous period:"
                + " (total - previous total) / previous total of all members with both * 100, so that those of all who are"
                + " compared add up to the growth over them. With `composition: AS_OF_YEAR` the base is the total of all who were"
                + " members then, and who joined contributes all that it trades; who left is in no list, but in `basis`. Null where"
                + " undefined.")
        @Nullable
        Double contributionToGrowth,

        @Description("Over which partners `contributionToGrowth` is; null for one partner.") @Nullable
        ComparisonBasis basis,

        @Description("Whether a flow of the member is missing, so that the amounts of the bloc leave it out.")
        boolean missing,

        @Ignore Vantage seen) {}
