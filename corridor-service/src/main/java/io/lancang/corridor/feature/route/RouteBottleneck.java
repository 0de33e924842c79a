package io.lancang.corridor.feature.route;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.fact.Quantity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a route, and where.
 *
 * @param segment the segment that it is about; of a change of gauge the one behind it
 * @param at where it is, if that is a location
 * @param capacity the least capacity, of that kind alone
 * @param statedBy how many legs state one in this unit, of that kind alone
 */
@Description("What narrows a route, and where, as far as facts on record say so.")
public record RouteBottleneck(
        @Description("What it is.") @NonNull BottleneckKind kind,

        @Description("The segment that it is about; of a change of gauge the one behind it.") @NonNull
        Segment segment,

        @Description("Where gauges change; null for others.") @Nullable
        Location at,

        @Description("The least capacity in its unit; null for other kinds.") @Nullable
        Quantity capacity,

        @Description("How many legs of the route state a capacity in this unit; null for other kinds.") @Nullable
        Integer statedBy) {}
