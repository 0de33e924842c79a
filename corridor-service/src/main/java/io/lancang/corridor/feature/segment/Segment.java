package io.lancang.corridor.feature.segment;

import io.lancang.corridor.ground.fact.Cost;
import io.lancang.corridor.ground.fact.FormerStatuses;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Quantity;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A piece of a corridor between two locations.")
public record Segment(
        @Description("Stable id, such as `clr-05`.") @Id @NonNull
        String id,

        @Ignore String corridorId,

        @Ignore String fromId,

        @Ignore String toId,

        @Description("How goods, people, energy or data move over it.") @NonNull
        Mode mode,

        @Description("Its name, in English.") @NonNull String name,

        @Description("Length in kilometres as a source states it, or as it was computed from what sources state, which"
                + " `findings` marks DERIVED; null if it is not known.")
        @Nullable
        Double lengthKm,

        @Description("Distance of its ends along a great circle in kilometres, as the file states it or, where it does"
                + " not, computed from their coordinates: no route length. Null if one of them has no coordinates.")
        @Nullable
        Double greatCircleKm,

        @Description("Whether `greatCircleKm` was computed from the coordinates of its ends, and no file states it.")
        boolean greatCircleComputed,

        @Description(
                "Kilometres along its line, by great circles between all points that the file has of it; null if none"
                        + " has more than the ends. A line leaves bends out, so the way is no shorter: `lengthKm` is what a source states.")
        @Nullable
        Double lineKm,

        @Description("Whether its length may be added to those of the corridor's other segments: false where it is the"
                + " whole of some of them.")
        boolean countsInLength,

        @Description("Ids of the segments that it is the whole of or runs beside; empty if it is a part.") @NonNull @Id
        List<@NonNull String> wholeOf,

        @Description(
                "Id of the segment of another corridor that is the same line: totals over corridors count that one; null if it"
                        + " is in one corridor alone.")
        @Id
        @Nullable
        String countedIn,

        @Description("Gauge, electrification, lanes, speed, voltage: as the source writes them.") @Nullable
        String spec,

        @Description(
                "Track gauges in millimetres that `spec` names, narrowest first; empty if it names none or this is no"
                        + " railway.")
        @NonNull
        List<@NonNull Integer> gaugesMm,

        @Description("Whether the railway is electrified, as far as `spec` says so; null if it does not.") @Nullable
        Boolean electrified,

        @Description("What it can carry, with unit, as the source writes it.") @Nullable
        String capacity,

        @Description("The quantities that `capacity` names, with their units; empty if it names none, a range or a"
                + " product.")
        @NonNull
        @ListSize(assumedSize = 2)
        List<@NonNull Quantity> capacities,

        @Description("How far it has come.") @NonNull Status status,

        @Description("The status in the words of the source.") @NonNull
        String statusNote,

        @Description("When it opened, or is planned to open (`target`), as precisely as it is known.") @Nullable
        PartialDate opened,

        @Description("What it cost or is to cost, with currency, as the source writes it.") @Nullable
        String cost,

        @Description("The first amount that `cost` names, with its currency; null if it names none.") @Nullable
        Cost costStated,

        @Description("What else there is to know.") @Nullable
        String note,

        @Ignore FormerStatuses former,

        @Ignore Vantage seen)
        implements Node {
    /** Its id in the whole graph. */
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Segment", seen, id);
    }
}
