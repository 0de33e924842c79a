package io.lancang.trade.mirror;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import io.lancang.trade.period.Period;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Two reports of the same flow.
 *
 * @param citations who gives the two, served as {@code sources}
 */
@Description(
        "The same goods as both sides report them: the reporter's imports from a partner beside the partner's exports to"
                + " the reporter, or the other way round. Never blended.")
public record MirrorFigure(
        @Description("The period.") @NonNull Period period,

        @Description("Code of the partner or bloc.") @Id @NonNull
        String partnerCode,

        @Description("The flow, as the reporter sees it.") @NonNull
        Flow flow,

        @Description("What the reporter reports; null with `gap` where it reports nothing.") @Nullable
        Money reported,

        @Description("What the partner reports of the same goods; null with `gap` where it reports nothing.") @Nullable
        Money partnerReported,

        @Description(
                "The reporter's figure minus the partner's; null where either is missing. Imports are valued with freight and"
                        + " insurance (CIF) and exports without (FOB), so that a part of the difference is no error.")
        @Nullable
        Money difference,

        @Description("The difference in percent of the partner's figure; null where undefined.") @Nullable
        Double differencePercent,

        @Description("Which side has no figure, or of which members one side has none; null if nothing is missing.")
        @Nullable
        Gap gap,

        @Ignore List<SourceReference> citations) {}
