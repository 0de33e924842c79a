package io.lancang.corridor.feature.drawing;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.ground.line.LineRepository;
import io.lancang.corridor.ground.line.Tolerance;
import io.lancang.kit.cost.Cost;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** Corridors, segments and locations on a map. */
@GraphQLApi
public class DrawingApi {
    private final SegmentRepository segments;
    private final LocationRepository locations;
    private final LineRepository lines;

    DrawingApi(SegmentRepository segments, LocationRepository locations, LineRepository lines) {
        this.segments = segments;
        this.locations = locations;
        this.lines = lines;
    }

    /** The line on a map. */
    @Description(
            "Its course as a GeoJSON feature: of each segment the line that its file has, or a straight one between its ends"
                    + " if both have coordinates. `properties` lists the segments in the order of the lines, how each is drawn, and what"
                    + " cannot be drawn. Null if it has no segments.")
    @Cost(weight = 2)
    public Uni<GeoJson> geometry(
            @Source Corridor corridor,
            @Name("tolerance") @DefaultValue(Tolerance.DEFAULT) @Description(Tolerance.MEANING) double tolerance) {
        Tolerance.check(tolerance);
        return Uni.combine()
                .all()
                .unis(
                        segments.of(corridor.id(), corridor.seen()),
                        segments.locationsOf(corridor.id(), corridor.seen()),
                        lines.ofCorridor(corridor.id(), tolerance, corridor.seen()))
                .asTuple()
                .map(parts -> CorridorGeometry.of(corridor, parts.getItem1(), parts.getItem2(), parts.getItem3()));
    }

    /** The line of a segment on a map. */
    @Name("geometry")
    @Description(
            "Its course as a GeoJSON feature: the line that its file has, or a straight one between its ends; `properties` says"
                    + " which. `geometry` in it is null if there is no line and one of the ends has no coordinates.")
    @Cost(weight = 2)
    public @NonNull Uni<GeoJson> segmentGeometry(
            @Source Segment segment,
            @Name("tolerance") @DefaultValue(Tolerance.DEFAULT) @Description(Tolerance.MEANING) double tolerance) {
        Tolerance.check(tolerance);
        return Uni.combine()
                .all()
                .unis(
                        locations.load(segment.fromId(), segment.seen()),
                        locations.load(segment.toId(), segment.seen()),
                        lines.ofSegment(segment.id(), tolerance, segment.seen()))
                .asTuple()
                .map(parts -> Features.of(
                        segment,
                        parts.getItem1(),
                        parts.getItem2(),
                        parts.getItem3().orElse(null)));
    }

    /** The point of a location on a map. */
    @Name("geometry")
    @Description("It as a GeoJSON feature: a point. `geometry` in it is null if no source gives coordinates.")
    @Cost(weight = 2)
    public @NonNull Uni<GeoJson> locationGeometry(@Source Location location) {
        return Uni.createFrom().item(Features.of(location));
    }
}
