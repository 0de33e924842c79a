package io.lancang.corridor.changes.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which property of a GeoJSON feature fills which column of a table. Properties have the names that the exports give them;
 * the name of the column itself is understood, too.
 *
 * @param geometry what features look like
 * @param columns the columns; the first one names the feature
 */
record GeoJsonProperties(Geometry geometry, List<Column> columns) {
    private static final Map<String, GeoJsonProperties> BY_DATASET = Map.of(
            "locations",
            new GeoJsonProperties(
                    Geometry.POINT,
                    List.of(
                            new Column("node_id", "id"),
                            new Column("name_en", "name"),
                            new Column("name_zh", "nameZh"),
                            new Column("country_iso2", "country"),
                            new Column("admin1", "admin1"),
                            new Column("kind", "kind"),
                            new Column("unlocode", "unlocode"),
                            new Column("iata", "iata"),
                            Column.ofGeometry(GeoJsonShape.LATITUDE),
                            Column.ofGeometry(GeoJsonShape.LONGITUDE),
                            new Column("coord_source", "coordinateSource"),
                            new Column("coord_precision", "coordinatePrecision"),
                            new Column("note", "note"),
                            new Column("paired_with", "pairedWith"),
                            new Column("doubts", "doubts"),
                            new Column("source", "sources"))),
            "segments",
            new GeoJsonProperties(
                    Geometry.LINE,
                    List.of(
                            new Column("segment_id", "id"),
                            new Column("corridor_id", "corridor"),
                            new Column("seq", "position"),
                            new Column("from_node", "from"),
                            new Column("to_node", "to"),
                            new Column("mode", "mode"),
                            new Column("name", "name"),
                            new Column("length_km", "lengthKm"),
                            new Column("spec", "spec"),
                            new Column("capacity", "capacity"),
                            new Column("status", "status"),
                            new Column("opened", "opened"),
                            new Column("cost", "cost"),
                            new Column("note", "note"),
                            new Column(GeoJsonShape.GREAT_CIRCLE, "greatCircleKm"),
                            new Column("status_note", "statusNote"),
                            new Column("whole_of", "wholeOf"),
                            new Column("counted_in", "countedIn"),
                            new Column("doubts", "doubts"),
                            new Column("source", "sources"),
                            Column.ofGeometry(GeoJsonShape.LINE))));

    /** What a feature looks like, unless its place is not known. */
    enum Geometry {
        POINT,
        /** A line between the ends of a segment. */
        LINE
    }

    /**
     * A column of a table.
     *
     * @param property the property that fills it; null if only the geometry does
     */
    record Column(String name, @Nullable String property) {
        static Column ofGeometry(String name) {
            return new Column(name, null);
        }
    }

    /** How GeoJSON is read into a dataset; empty if it is not. */
    static Optional<GeoJsonProperties> of(String dataset) {
        return Optional.ofNullable(BY_DATASET.get(dataset));
    }

    /** The datasets that take GeoJSON. */
    static List<String> datasets() {
        return BY_DATASET.keySet().stream().sorted().toList();
    }

    /** The columns' names, in their order. */
    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
