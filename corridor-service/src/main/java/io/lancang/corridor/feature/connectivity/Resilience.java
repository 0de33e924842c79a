package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.network.RecordCoverage;
import io.lancang.kit.cost.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What would cut countries off. */
@Description(
        "Which single location or segment would cut countries off from others, were it closed: the articulation"
                + " points and bridges that lie on every way between them, on the segments asked for. The record holds single works of"
                + " energy and data, and few of the ways of some countries: where it is too thin, nothing is called the only way.")
public record Resilience(
        @Description("Whether there is a way at all. If not, there is nothing to be cut.")
        boolean connected,

        @Description(
                "Whether the record is dense enough to tell: no mode but rail, road, waterway and sea is asked for, and these"
                        + " reach at least 3 locations, and a tenth of those on record, in each of the countries inside.")
        boolean conclusive,

        @Description("Why it is not conclusive; null if it is.") @Nullable
        String reason,

        @Description("How dense the record of the modes asked for is in the countries inside, by country and mode.")
        @NonNull
        @ListSize(assumedSize = 10)
        List<@NonNull RecordCoverage> coverage,

        @Description("Locations that every way passes, from the inside outwards; empty if it is not conclusive.")
        @NonNull
        @ListSize(assumedSize = 5)
        List<@NonNull Location> locations,

        @Description("Segments that every way uses, from the inside outwards; empty if it is not conclusive.")
        @NonNull
        @ListSize(assumedSize = 5)
        List<@NonNull Segment> segments) {}
