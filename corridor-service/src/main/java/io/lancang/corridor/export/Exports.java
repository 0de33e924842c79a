package io.lancang.corridor.export;

import java.util.List;
import java.util.Optional;

/** The files that there are, with the statement of each. */
final class Exports {
    private static final CsvFormat CSV = new CsvFormat();
    private static final GeoJsonFormat GEO_JSON = new GeoJsonFormat();

    private static final String LOCATION_FEATURES = """
            select json_build_object(
              'type', 'Feature', 'id', l.id,
              'geometry', case when l.latitude is not null then
                json_build_object('type', 'Point', 'coordinates', json_build_array(l.longitude, l.latitude)) end,
              'properties', json_build_object(
                'name', l.name_en, 'nameZh', l.name_zh, 'kind', l.kind, 'country', l.country, 'admin1', l.admin1,
                'unlocode', l.unlocode, 'iata', l.iata, 'coordinatePrecision', l.coordinate_precision,
                'coordinateSource', l.coordinate_source, 'note', l.note, 'sources', %s))::text as feature
            from current_location l order by l.id
            """.formatted(sourceList("LOCATION", "l.id"));

    /** A corridor without a single segment between known points has no geometry, and lists what is missing. */
    private static final String CORRIDOR_FEATURES = """
            select json_build_object(
              'type', 'Feature', 'id', c.id,
              'geometry', case when s.lines is not null then
                json_build_object('type', 'MultiLineString', 'coordinates', s.lines) end,
              'properties', json_build_object(
                'name', c.name_en, 'nameZh', c.name_zh, 'kind', c.kind, 'modes', c.modes, 'status', c.status,
                'countries', c.countries, 'keyDate', c.key_date, 'keyDateEvent', c.key_date_event,
                'line', 'straight between known points', 'segments', coalesce(s.drawn, '[]'),
                'segmentsWithoutLine', coalesce(s.undrawn, '[]'),
                'locationsWithoutCoordinates', coalesce(s.unlocated, '[]'), 'sources', %s))::text as feature
            from current_corridor c
            cross join lateral (
              select json_agg(json_build_array(json_build_array(f.longitude, f.latitude),
                                               json_build_array(t.longitude, t.latitude)) order by g.position)
                       filter (where f.latitude is not null and t.latitude is not null) as lines,
                     json_agg(json_build_object('id', g.id, 'mode', g.mode, 'status', g.status,
                                                'countsInLength', g.counts_in_length) order by g.position)
                       filter (where f.latitude is not null and t.latitude is not null) as drawn,
                     json_agg(g.id order by g.position)
                       filter (where f.latitude is null or t.latitude is null) as undrawn,
                     (select json_agg(distinct l.id) from current_segment h
                        join current_location l on l.id in (h.from_location, h.to_location)
                        where h.corridor = c.id and l.latitude is null) as unlocated
              from current_segment g
              join current_location f on f.id = g.from_location
              join current_location t on t.id = g.to_location
              where g.corridor = c.id) s
            order by c.id
            """.formatted(sourceList("CORRIDOR", "c.id"));

    private static final List<Export> ALL = List.of(
            new Export("corridors.geojson", CORRIDOR_FEATURES, GEO_JSON),
            new Export("locations.geojson", LOCATION_FEATURES, GEO_JSON),
            table("corridors.csv", """
                    select c.id, c.name_en, c.name_zh, c.kind, array_to_string(c.modes, ';') as modes, c.status,
                           c.status_note, c.key_date, c.key_date_event, c.length_km, c.measured_km, c.measured_segments,
                           c.countable_segments, array_to_string(c.countries, ';') as countries,
                           array_to_string(c.programmes, ';') as programmes, c.note, %s
                    from current_corridor c order by c.id
                    """, "CORRIDOR", "c.id"),
            table("segments.csv", """
                    select s.id, s.corridor, s.position, s.from_location, s.to_location, s.mode, s.name, s.length_km,
                           s.great_circle_km, s.counts_in_length, s.spec, s.capacity, s.status, s.status_note, s.opened,
                           s.cost, s.note, %s
                    from current_segment s order by s.corridor, s.position
                    """, "SEGMENT", "s.id"),
            table("locations.csv", """
                    select l.id, l.name_en, l.name_zh, l.country, l.admin1, l.kind, l.unlocode, l.iata, l.latitude,
                           l.longitude, l.coordinate_precision, l.coordinate_source, l.note, %s
                    from current_location l order by l.id
                    """, "LOCATION", "l.id"),
            table("zones.csv", """
                    select z.id, z.name_en, z.name_zh, z.kind, z.location, z.key_date, z.key_date_event, z.area_km2,
                           z.note, %s
                    from current_zone z order by z.id
                    """, "ZONE", "z.id"),
            table("industrial-transfers.csv", """
                    select t.zone, t.subject, t.sector, t.fact, t.year, t.value, t.unit, %s
                    from current_industrial_transfer t order by t.id
                    """, "INDUSTRIAL_TRANSFER", "t.id"),
            table("throughput.csv", """
                    select t.corridor, t.location, array_to_string(t.countries, ';') as countries, t.metric,
                           t.period_start, t.period_end, t.value, t.unit, t.basis, t.note, %s
                    from current_throughput t order by t.id
                    """, "THROUGHPUT", "t.id"));

    private Exports() {}

    static Optional<Export> named(String name) {
        return ALL.stream().filter(export -> export.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Export::name).toList();
    }

    /** @param sql with a place for the column of sources */
    private static Export table(String name, String sql, String kind, String id) {
        String sources = "(select string_agg(o.source, ';' order by o.position) from current_citation o"
                + " where o.subject_kind = '" + kind + "' and o.subject = " + id + ") as sources";
        return new Export(name, sql.formatted(sources), CSV);
    }

    private static String sourceList(String kind, String id) {
        return "(select coalesce(json_agg(o.source order by o.position), '[]') from current_citation o"
                + " where o.subject_kind = '" + kind + "' and o.subject = " + id + ")";
    }
}
