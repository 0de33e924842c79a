package io.lancang.corridor.feature.drawing;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.location.Coordinates;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.line.DrawnLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws a corridor as a GeoJSON feature with a line for each segment that a file draws, or both of whose ends have coordinates. Those
 * of the latter are straight, and the properties say so; what cannot be drawn, and wholes that their parts draw, are listed there.
 */
final class CorridorGeometry {
    private final Corridor corridor;
    private final List<Segment> segments;
    private final Map<String, Location> locations;
    private final Map<String, DrawnLine> linesOfFiles;

    private CorridorGeometry(
            Corridor corridor,
            List<Segment> segments,
            Map<String, Location> locations,
            Map<String, DrawnLine> linesOfFiles) {
        this.corridor = corridor;
        this.segments = segments;
        this.locations = locations;
        this.linesOfFiles = linesOfFiles;
    }

    /**
     * The feature of {@code corridor}; null if it has no segments.
     *
     * @param lines those of its segments that a file draws, by segment
     */
    static @Nullable GeoJson of(
            Corridor corridor, List<Segment> segments, List<Location> locations, Map<String, DrawnLine> lines) {
        if (segments.isEmpty()) {
            return null;
        }
        Map<String, Location> byId = locations.stream().collect(Collectors.toMap(Location::id, Function.identity()));
        return new GeoJson(new CorridorGeometry(corridor, segments, byId, lines).feature());
    }

    private Map<String, Object> feature() {
        List<Object> lines = new ArrayList<>();
        List<Object> drawn = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> wholes = new ArrayList<>();
        for (Segment segment : segments) {
            List<List<Double>> line = line(segment);
            if (isDrawnByItsParts(segment)) {
                wholes.add(segment.id());
            } else if (line == null) {
                missing.add(segment.id());
            } else {
                lines.add(line);
                drawn.add(properties(segment));
            }
        }
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", corridor.id());
        feature.put("geometry", lines.isEmpty() ? null : Map.of("type", "MultiLineString", "coordinates", lines));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "line", linesOfFiles.isEmpty() ? Features.STRAIGHT : Features.OF_FILE + ", or " + Features.STRAIGHT);
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
                && parts.stream().allMatch(part -> line(part) != null);
    }

    private @Nullable List<List<Double>> line(Segment segment) {
        DrawnLine line = linesOfFiles.get(segment.id());
        if (line != null) {
            return line.positions();
        }
        Coordinates from = coordinates(segment.fromId());
        Coordinates to = coordinates(segment.toId());
        return from == null || to == null ? null : List.of(Features.position(from), Features.position(to));
    }

    /** What belongs to the line at the same place in the geometry. */
    private Map<String, Object> properties(Segment segment) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", segment.id());
        properties.put("mode", segment.mode().name());
        properties.put("status", segment.status().name());
        properties.put("countsInLength", segment.countsInLength());
        properties.putAll(Features.drawing(linesOfFiles.get(segment.id())));
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
