package io.lancang.corridor.feature.ogc;

import io.lancang.corridor.feature.export.MapFeatures;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is on the map. A feature without a geometry is in every box, and one without a time in every interval, as the standard asks.
 *
 * @param features how its features are made
 * @param touches whether the geometry of a row has a point in a box, in SQL
 * @param begunBy whether the time of a row has begun by a day, in SQL; null if it has none
 */
record FeatureCollection(
        String id,
        String title,
        String description,
        MapFeatures features,
        String touches,
        @Nullable String begunBy) {
    private static final FeatureCollection CORRIDORS = new FeatureCollection(
            "corridors",
            "Corridors",
            "Transport, energy and digital corridors, drawn straight between the known points of their segments.",
            MapFeatures.CORRIDORS,
            "(s.lines is null or exists (select from json_array_elements(s.lines) line where "
                    + "lseg(point((line->0->>0)::float8, (line->0->>1)::float8),"
                    + " point((line->1->>0)::float8, (line->1->>1)::float8)) ?# %s))",
            "(c.opened_latest is null or c.opened_latest <= %s::date)");

    private static final FeatureCollection SEGMENTS = new FeatureCollection(
            "segments",
            "Segments",
            "Parts of corridors between two locations, drawn as their file draws them, else straight between known points.",
            MapFeatures.SEGMENTS,
            """
            case when l.segment is not null then exists (
                   select from generate_series(2, cardinality(l.longitudes)) i
                   where lseg(point(l.longitudes[i - 1], l.latitudes[i - 1]), point(l.longitudes[i], l.latitudes[i])) ?# %1$s)
                 when f.latitude is not null and t.latitude is not null
                 then lseg(point(f.longitude, f.latitude), point(t.longitude, t.latitude)) ?# %1$s
                 else true end""",
            "not exists (select from current_opening o where o.segment = s.id and o.last_day > %s::date)");

    private static final FeatureCollection LOCATIONS = new FeatureCollection(
            "locations",
            "Locations",
            "Cities, ports, stations, border crossings and other places that segments join.",
            MapFeatures.LOCATIONS,
            "(l.latitude is null or point(l.longitude, l.latitude) <@ %s)",
            null);

    private static final List<FeatureCollection> ALL = List.of(CORRIDORS, SEGMENTS, LOCATIONS);

    /** All of them. */
    static List<FeatureCollection> all() {
        return ALL;
    }

    /** The one with this id; empty if there is none. */
    static Optional<FeatureCollection> named(String id) {
        return ALL.stream().filter(collection -> collection.id.equals(id)).findFirst();
    }

    /** The ids of all. */
    static List<String> ids() {
        return ALL.stream().map(FeatureCollection::id).toList();
    }

    /** Whether the geometry of a row has a point in a box, which is an expression of SQL. */
    String touches(String box) {
        return touches.formatted(box);
    }

    /** Whether the time of a row has begun by a day, with {@code %s} where the day stands; empty if no row has one. */
    Optional<String> begun() {
        return Optional.ofNullable(begunBy);
    }
}
