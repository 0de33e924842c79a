package io.lancang.corridor.connectivity;

import io.lancang.corridor.corridor.Segment;
import io.lancang.corridor.location.Location;
import io.lancang.kit.cost.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What would cut countries off. */
@Description("Which single location or segment would cut countries off from others, were it closed: the articulation"
        + " points and bridges that lie on every way between them, on the segments asked for.")
public record Resilience(
        @Description("Whether there is a way at all. If not, there is nothing to be cut.")
        boolean connected,

        @Description("Locations that every way passes, from the inside outwards.") @NonNull @ListSize(assumedSize = 5)
        List<@NonNull Location> locations,

        @Description("Segments that every way uses, from the inside outwards.") @NonNull @ListSize(assumedSize = 5)
        List<@NonNull Segment> segments) {}
