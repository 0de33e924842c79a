package io.lancang.trade.structure;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.flow.ComparisonBasis;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How trade moved between partners from one year to another: who gained share and who lost. Of the world"
        + " shares are those of all partners that have a figure in the year, of a bloc or another set of partners those of the"
        + " partners that are compared; each year of one dataset.")
public record Diversification(
        @Description("The earlier year.") int from,
        @Description("The later year.") int to,
        @Description("Which flow.") @NonNull FlowSelection flow,

        @Description("Herfindahl-Hirschman index by partner in the earlier year, 0 to 1; null where undefined.")
        @Nullable
        Double earlierConcentration,

        @Description("Herfindahl-Hirschman index by partner in the later year, 0 to 1; null where undefined.") @Nullable
        Double concentration,

        @Description("Later minus earlier index: negative where trade became more diversified. Null where undefined.")
        @Nullable
        Double concentrationChange,

        @Description("How much of trade changed hands, in percent: half the sum of the sizes of all changes of share,"
                + " over the partners with a figure in both years. 0 if no share moved, 100 if all did.")
        @Nullable
        Double moved,

        @Description("Partners whose share rose, largest gain first.") @NonNull
        List<@NonNull ShareShift> gained,

        @Description("Partners whose share fell, largest loss first.") @NonNull
        List<@NonNull ShareShift> lost,

        @Description(
                "Over which partners; null for the world, whose shares are those of every country and former state with a"
                        + " figure in the year, and for one partner.")
        @Nullable
        ComparisonBasis basis,

        @Description("Which partners have a figure in one of the years only, and so no change; or why nothing can be"
                + " compared. Null if neither.")
        @Nullable
        Gap gap) {}
