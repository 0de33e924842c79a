package io.lancang.trade.mirror;

import io.lancang.kit.cost.ListSize;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Both reports of a flow, year by year. */
@Description("What a reporter, China unless another is asked for, and its partners report of the same goods.")
public record Mirror(
        @Description("Code of the reporter.") @Id @NonNull String reporterCode,

        @Description("The flow, as the reporter sees it.") @NonNull
        Flow flow,

        @Description(
                "Both figures by year, ascending: the years that partners' reports of this flow are loaded for, and in"
                        + " which one side has a figure.")
        @ListSize(assumedSize = 30)
        @NonNull
        List<@NonNull MirrorFigure> figures,

        @Description("Why there are no figures; null if there are some.") @Nullable
        Gap gap) {}
