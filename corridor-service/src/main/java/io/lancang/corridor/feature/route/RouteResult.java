package io.lancang.corridor.feature.route;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.network.RecordCoverage;
import io.lancang.kit.cost.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The routes from one location to another, or where the network ends. */
@Description(
        "The routes from one location to another, or, if there are none, how far the network reaches from both ends"
                + " and what is missing between them.")
public record RouteResult(
        @Description(
                "The routes, best first; how much any two have in common `maxOverlap` says. Empty if there is none.")
        @NonNull
        List<@NonNull Route> routes,

        @Description("Why there is no route; null if there are routes.") @Nullable
        GapKind gapKind,

        @Description(
                "Without a route: the locations from `from` to where the network ends: where links on record would close"
                        + " the gap at least cost, or else at the one of all places that can be reached from `from` and `to` which are"
                        + " nearest to each other. Empty if there are routes.")
        @NonNull
        @ListSize(assumedSize = 20)
        List<@NonNull Location> reachFrom,

        @Description("Without a route: the locations from where the network begins again to `to`. Empty if there are"
                + " routes.")
        @NonNull
        @ListSize(assumedSize = 20)
        List<@NonNull Location> reachTo,

        @Description("Without a route: the segments between the two that have none of the wanted statuses, in the order"
                + " of travel: planned, being built, closed, missing, in service in part. Empty if no such segments join the two"
                + " ends, or only far round about: then nothing is on record of the stretch from the last of `reachFrom` to the"
                + " first of `reachTo`.")
        @NonNull
        @ListSize(assumedSize = 5)
        List<@NonNull Segment> missing,

        @Description(
                "Without a route, with `asOfDate`: the segments between the two of which it is not known whether they are in"
                        + " service on that day, in the order of travel. They are not said to be missing.")
        @NonNull
        @ListSize(assumedSize = 5)
        List<@NonNull Segment> unknown,

        @Description("Without a route: kilometres along a great circle from the last location of `reachFrom` to the"
                + " first of `reachTo`; null if one of them has no coordinates, or if there are routes.")
        @Nullable
        Double gapKm,

        @Description(
                "How dense the record of the modes asked for is in the countries of the answer, by country and mode.")
        @NonNull
        @ListSize(assumedSize = 10)
        List<@NonNull RecordCoverage> coverage,

        @Description("False if the search was given up before it could tell whether there are further routes. The first"
                + " one that is given is the best one in any case.")
        boolean complete) {}
