package io.lancang.corridor.feature.route;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.cost.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A way over segments from one location to another. It passes no location twice.")
public record Route(
        @Description("Its segments in the order of travel.") @NonNull @ListSize(assumedSize = 20)
        List<@NonNull RouteLeg> legs,

        @Description("Where mode or railway gauge changes, in the order of travel.") @NonNull @ListSize(assumedSize = 3)
        List<@NonNull RouteTransfer> transfers,

        @Description("The legs that lead from one country into another, in the order of travel.")
        @NonNull
        @ListSize(assumedSize = 4)
        List<@NonNull RouteCrossing> crossings,

        @Description("The countries that it passes, in the order of travel, its ends included.")
        @NonNull
        @ListSize(assumedSize = 5)
        List<@NonNull Partner> partners,

        @Description("Kilometres of those legs whose length a source states. Of a line that is measured as a whole, all"
                + " parts together count; a single part of it does not.")
        double knownLengthKm,

        @Description("Kilometres along great circles of the other legs: less than their length, which is not known.")
        double greatCircleKm,

        @Description("How much of `knownLengthKm` and `greatCircleKm` together is known length, from 0 to 1; null if"
                + " both are 0.")
        @Nullable
        Double measuredShare,

        @Description("How many legs have neither a length nor coordinates at both ends: what the sums lack.")
        int legsOfUnknownLength,

        @Description(
                "What goods need for it, under the assumptions of `travel`; null if they do not travel on all of it.")
        @Nullable
        RouteTravel travel,

        @Description("What narrows it, as far as facts on record say so: by kind, and in the order of travel.")
        @NonNull
        @ListSize(assumedSize = 3)
        List<@NonNull RouteBottleneck> bottlenecks) {
    /**
     * A segment in the direction of travel.
     *
     * @param segment the segment
     * @param from where the leg begins
     * @param to where it ends
     * @param announced whether its opening was announced alone
     * @param hours hours of running
     */
    @Description("A segment in the direction of travel.")
    public record RouteLeg(
            @Description("The segment, as it is today.") @NonNull
            Segment segment,

            @Description("Where the leg begins; the segment may be written the other way round.") @NonNull
            Location from,

            @Description("Where the leg ends.") @NonNull Location to,

            @Description(
                    "Whether it is not in service yet and is taken for open because that was announced for `asOfDate`.")
            boolean announced,

            @Description("Hours that goods need on it, without borders and handling; null if they do not travel on it.")
            @Nullable
            Double hours) {}

    /**
     * A change of mode or gauge.
     *
     * @param at where
     */
    @Description("A change of mode or of railway gauge on a route.")
    public record RouteTransfer(
            @Description("Where the change is made.") @NonNull
            Location at,

            @Description("The mode before.") @NonNull Mode fromMode,

            @Description("The mode after.") @NonNull Mode toMode,

            @Description("Gauges in millimetres that a train before the change can have come on; empty if unknown or no"
                    + " railway.")
            @NonNull
            List<@NonNull Integer> fromGaugesMm,

            @Description("Gauges in millimetres after it; empty if unknown or no railway.") @NonNull
            List<@NonNull Integer> toGaugesMm) {}

    /**
     * A leg across a border.
     *
     * @param from its last location before the border
     * @param to its first location behind the border
     */
    @Description("A leg of a route that leads from one country into another.")
    public record RouteCrossing(
            @Description("The last location before the border.") @NonNull
            Location from,

            @Description("The first location behind the border.") @NonNull
            Location to,

            @Description("The segment that crosses it.") @NonNull
            Segment segment) {}
}
