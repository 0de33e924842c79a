package io.lancang.corridor.feature.closure;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.cost.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What a closure does. */
@Description(
        "What it does if segments and locations carry nothing any more. What passed over them is at `corridors { throughput }`"
                + " and `locations { throughput }`; the trade of those that are concerned is at `corridors { tradeServed }` and `partners`:"
                + " their whole trade, and no claim that it moved there.")
public record Closure(
        @Description(
                "The segments that carry nothing: those that were named, their parts and wholes, the same lines of other"
                        + " corridors, ordered by id. Those that only end at a closed location are not among them.")
        @NonNull
        @ListSize(assumedSize = 5)
        List<@NonNull Segment> segments,

        @Description("The locations that nothing passes, as they were named.") @NonNull @ListSize(assumedSize = 2)
        List<@NonNull Location> locations,

        @Description("The corridors that use them, ordered by id.") @NonNull @ListSize(assumedSize = 5)
        List<@NonNull Corridor> corridors,

        @Description("The countries of those corridors, in the order of their codes.")
        @NonNull
        @ListSize(assumedSize = 5)
        List<@NonNull Partner> partners,

        @Description(
                "Each pair of ends of those corridors, corridor by corridor. An end is a location where a single segment of"
                        + " the corridor with one of the wanted statuses begins or ends, wholes left out; a ring has none.")
        @NonNull
        @ListSize(assumedSize = 10)
        List<@NonNull ClosurePair> pairs,

        @Description("How many of `pairs` have no way any more, as far as the record knows.")
        int pairsCutOff,

        @Description(
                "How many pairs of ends there are; more than `pairs` has if they are too many to be searched at once: at"
                        + " most 60, in a network of more than 16,000 locations fewer, and 10 in the largest.")
        int pairCount) {}
