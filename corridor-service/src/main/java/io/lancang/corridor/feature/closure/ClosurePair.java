package io.lancang.corridor.feature.closure;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.route.Route;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Two ends of a corridor before and after a closure.
 *
 * @param corridor the corridor
 * @param from one end
 * @param to the other end
 * @param effect what the closure does
 * @param before the best way before; null if there is none
 * @param after the best way after; null if there is none
 * @param otherModes the best way after it over any mode that moves goods, where there is none over the corridor's
 * @param difference what the way after takes more
 */
@Description(
        "The ways between two ends of a corridor before and after a closure: the quickest ones for goods, and the shortest ones"
                + " for pipelines, power and data.")
public record ClosurePair(
        @Description("The corridor.") @NonNull Corridor corridor,

        @Description("One end: a location where a single segment in service of the corridor begins or ends.") @NonNull
        Location from,

        @Description("The other end.") @NonNull Location to,

        @Description("What the closure does.") @NonNull ClosureEffect effect,

        @Description("The best way before it over the corridor's modes; null if there was none.") @Nullable
        Route before,

        @Description("The best way after it over the corridor's modes; null if there is none.") @Nullable
        Route after,

        @Description(
                "Where there is no way over the corridor's modes any more, the quickest one over RAIL, ROAD, WATERWAY and"
                        + " SEA; null if there is none, and for pipelines, power and data.")
        @Nullable
        Route otherModes,

        @Description("What `after`, or else `otherModes`, takes more than `before`; null if one of them is missing.")
        @Nullable
        ClosureDifference difference) {}
