package io.lancang.corridor.corridor;

import io.lancang.corridor.location.Coordinates;
import io.lancang.corridor.location.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws a corridor as a GeoJSON feature with a line for each segment both of whose ends have coordinates. The lines are
 * straight, and the properties say so; what cannot be drawn, and wholes that their parts draw, are listed there.
 */
final class CorridorGeometry {
    private final Corridor corridor;
    private final List<Segment> segments;
    private final Map<String, Location> locations;

    private CorridorGeometry(Corridor corridor, List<Segment> segments, Map<String, Location> locations) {
        this.corridor = corridor;
        this.segments = segments;
        this.locations = locations;
    }

    /** The feature of {@code corridor}; null if it has no segments. */
    static @Nullable GeoJson of(Corridor corridor, List<Segment> segments, List<Location> locations) {
        if (segments.isEmpty()) {
            return null;
        }
        Map<String, Location> byId = locations.stream().collect(Collectors.toMap(Location::id, Function.identity()));
        return new GeoJson(new CorridorGeometry(corridor, segments, byId).feature());
    }

    private Map<String, Object> feature() {
        List<Object> lines = new ArrayList<>();
        List<Object> drawn = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> wholes = new ArrayList<>();
        for (Segment segment : segments) {
            Coordinates from = coordinates(segment.fromId());
            Coordinates to = coordinates(segment.toId());
            if (isDrawnByItsParts(segment)) {
                wholes.add(segment.id());
            } else if (from == null || to == null) {
                missing.add(segment.id());
            } else {
                lines.add(List.of(Features.position(from), Features.position(to)));
                drawn.add(properties(segment));
            }
        }
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", corridor.id());
        feature.put("geometry", lines.isEmpty() ? null : Map.of("type", "MultiLineString", "coordinates", lines));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("line", Features.STRAIGHT);
        properties.put("segments", drawn);
        properties.put("segmentsWithoutLine", missing);
        properties.put("segmentsDrawnByParts", wholes);
        properties.put("locationsWithoutCoordinates", locationsWithoutCoordinates());
        feature.put("properties", properties);
        return feature;
    }

    /** A whole all of whose parts have a line; both would lie one upon the other. */
    private boolean isDrawnByItsParts(Segment whole) {
        List<Segment> parts = segments.stream()
                .filter(segment -> whole.wholeOf().contains(segment.id()))
                .toList();
        return !parts.isEmpty()
                && parts.size() == whole.wholeOf().size()
                && parts.stream()
                        .allMatch(part -> coordinates(part.fromId()) != null && coordinates(part.toId()) != null);
    }

    /** What belongs to the line at the same place in the geometry. */
    private static Map<String, Object> properties(Segment segment) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", segment.id());
        properties.put("mode", segment.mode().name());
        properties.put("status", segment.status().name());
        properties.put("countsInLength", segment.countsInLength());
        return properties;
    }

    private List<String> locationsWithoutCoordinates() {
        return locations.values().stream()
                .filter(location -> location.coordinates() == null)
                .map(Location::id)
                .sorted()
                .toList();
    }

    private @Nullable Coordinates coordinates(String location) {
        Location known = locations.get(location);
        return known == null ? null : known.coordinates();
    }
}
