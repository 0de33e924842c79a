package io.lancang.corridor.feature.drawing;

import io.lancang.corridor.feature.location.Coordinates;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.line.DrawnLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws locations and segments as GeoJSON features. What has no coordinates has no geometry, and nothing is invented. */
final class Features {
    /** How a line is drawn of which nothing but the ends is known. */
    static final String STRAIGHT = "straight between known points";
    /** How a line is drawn whose points a file has. */
    static final String OF_FILE = "as its file draws it";

    private Features() {}

    /** The point of a location. */
    static GeoJson of(Location location) {
        Coordinates coordinates = location.coordinates();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("kind", location.kind().name());
        properties.put(
                "coordinatePrecision",
                coordinates == null ? null : coordinates.precision().name());
        return feature(
                location.id(), coordinates == null ? null : geometry("Point", position(coordinates)), properties);
    }

    /** The line of a segment: that of its file, or else the one between its two ends. */
    static GeoJson of(Segment segment, Location from, Location to, @Nullable DrawnLine line) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("mode", segment.mode().name());
        properties.put("status", segment.status().name());
        properties.putAll(drawing(line));
        properties.put(
                "locationsWithoutCoordinates",
                Stream.of(from, to)
                        .filter(end -> end.coordinates() == null)
                        .map(Location::id)
                        .toList());
        return feature(
                segment.id(),
                line == null ? line(from.coordinates(), to.coordinates()) : geometry("LineString", line.positions()),
                properties);
    }

    /** What is said of how a line is drawn. */
    static Map<String, Object> drawing(@Nullable DrawnLine line) {
        if (line == null) {
            return Map.of("line", STRAIGHT);
        }
        Map<String, Object> drawing = new LinkedHashMap<>();
        drawing.put("line", OF_FILE);
        drawing.put("lineKm", line.km());
        drawing.put("points", line.pointCount());
        return drawing;
    }

    private static @Nullable Map<String, Object> line(@Nullable Coordinates from, @Nullable Coordinates to) {
        return from == null || to == null ? null : geometry("LineString", List.of(position(from), position(to)));
    }

    /** Longitude and latitude, as RFC 7946 orders them. */
    static List<Double> position(Coordinates coordinates) {
        return List.of(coordinates.longitude(), coordinates.latitude());
    }

    private static Map<String, Object> geometry(String type, Object coordinates) {
        return Map.of("type", type, "coordinates", coordinates);
    }

    private static GeoJson feature(String id, @Nullable Map<String, Object> geometry, Map<String, Object> properties) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", id);
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        return new GeoJson(feature);
    }
}
