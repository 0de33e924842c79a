package io.lancang.corridor.feature.border;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.kit.cost.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The two sides of a border between two countries at one place.")
public record CrossingPair(
        @Description("The side in the first country.") @NonNull
        Location from,

        @Description("The side in the second country.") @NonNull
        Location to,

        @Description("The modes of goods and people that cross here; empty if the two sides are only known as a pair.")
        @NonNull
        List<@NonNull Mode> modes,

        @Description("The segments of these modes that join the two sides, ordered by id; empty if none is on record.")
        @NonNull
        @ListSize(assumedSize = 2)
        List<@NonNull Segment> segments) {}
