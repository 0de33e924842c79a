package io.lancang.corridor.feature.export;

/**
 * How each kind of thing on a map becomes a feature of GeoJSON (RFC 7946), as parts of a statement. Files have all features of a
 * kind, and OGC API – Features those that a client chooses.
 *
 * @param table the things, each a row
 * @param joins what is beside each of them, for its geometry among others
 * @param id the column that identifies a thing
 * @param order in which a file has them
 * @param feature the feature as JSON
 */
public record MapFeatures(String table, String joins, String id, String order, String feature) {
    /** Locations; without known coordinates one has no geometry. */
    public static final MapFeatures LOCATIONS = new MapFeatures("current_location l", "", "l.id", "l.id", """
            json_build_object(
              'type', 'Feature', 'id', l.id,
              'geometry', case when l.latitude is not null then
                json_build_object('type', 'Point', 'coordinates', json_build_array(l.longitude, l.latitude)) end,
              'properties', json_build_object(
                'name', l.name_en, 'nameZh', l.name_zh, 'kind', l.kind, 'country', l.country, 'admin1', l.admin1,
                'unlocode', l.unlocode, 'iata', l.iata, 'coordinatePrecision', l.coordinate_precision,
                'coordinateSource', l.coordinate_source, 'note', l.note, 'pairedWith', l.paired_with, 'doubts', %s,
                'sources', %s))""".formatted(
                    BesideFacts.doubts("LOCATION", "l.id"), BesideFacts.sourceList("LOCATION", "l.id")));

    /** Corridors; one without a single segment between known points has no geometry, and lists what is missing. */
    public static final MapFeatures CORRIDORS = new MapFeatures(
            "current_corridor c", """
            cross join lateral (
              select json_agg(json_build_array(json_build_array(f.longitude, f.latitude),
                                               json_build_array(t.longitude, t.latitude)) order by g.position)
                       filter (where not d.by_parts and f.latitude is not null and t.latitude is not null) as lines,
                     json_agg(json_build_object('id', g.id, 'mode', g.mode, 'status', g.status,
                                                'countsInLength', g.counts_in_length) order by g.position)
                       filter (where not d.by_parts and f.latitude is not null and t.latitude is not null) as drawn,
                     json_agg(g.id order by g.position)
                       filter (where not d.by_parts and (f.latitude is null or t.latitude is null)) as undrawn,
                     json_agg(g.id order by g.position) filter (where d.by_parts) as wholes,
                     (select json_agg(distinct l.id) from current_segment h
                        join current_location l on l.id in (h.from_location, h.to_location)
                        where h.corridor = c.id and l.latitude is null) as unlocated
              from current_segment g
              join current_location f on f.id = g.from_location
              join current_location t on t.id = g.to_location
              cross join lateral (
                select count(*) > 0 and count(*) = count(a.latitude + b.latitude) as by_parts
                from unnest(g.whole_of) part (id)
                left join current_segment h on h.id = part.id and h.corridor = g.corridor
                left join current_location a on a.id = h.from_location
                left join current_location b on b.id = h.to_location) d
              where g.corridor = c.id) s""", "c.id", "c.id", """
            json_build_object(
              'type', 'Feature', 'id', c.id,
              'geometry', case when s.lines is not null then
                json_build_object('type', 'MultiLineString', 'coordinates', s.lines) end,
              'properties', json_build_object(
                'name', c.name_en, 'nameZh', c.name_zh, 'kind', c.kind, 'modes', (select coalesce(json_agg(m order by m collate "C"), '[]') from unnest(c.modes) m), 'status', c.status,
                'countries', c.countries, 'keyDate', c.key_date, 'keyDateEvent', c.key_date_event,
                'line', 'straight between known points', 'segments', coalesce(s.drawn, '[]'),
                'segmentsWithoutLine', coalesce(s.undrawn, '[]'), 'segmentsDrawnByParts', coalesce(s.wholes, '[]'),
                'locationsWithoutCoordinates', coalesce(s.unlocated, '[]'), 'sources', %s))""".formatted(BesideFacts.sourceList("CORRIDOR", "c.id")));

    /** Segments, drawn as their file draws them, else straight between ends with known coordinates. */
    public static final MapFeatures SEGMENTS =
            new MapFeatures("current_segment s", """
            left join current_segment_line l on l.segment = s.id
            join current_location f on f.id = s.from_location
            join current_location t on t.id = s.to_location""", "s.id", "s.corridor, s.position", """
            json_build_object(
              'type', 'Feature', 'id', s.id,
              'geometry', case when l.segment is not null then
                json_build_object('type', 'LineString', 'coordinates', (
                  select json_agg(json_build_array(p.longitude, p.latitude) order by p.place)
                  from unnest(l.longitudes, l.latitudes) with ordinality p (longitude, latitude, place)))
              when f.latitude is not null and t.latitude is not null then
                json_build_object('type', 'LineString', 'coordinates', json_build_array(
                  json_build_array(f.longitude, f.latitude), json_build_array(t.longitude, t.latitude))) end,
              'properties', json_build_object(
                'corridor', s.corridor, 'position', s.position, 'from', s.from_location, 'to', s.to_location,
                'mode', s.mode, 'name', s.name, 'lengthKm', s.length_km, 'greatCircleKm', s.great_circle_km, 'spec', s.spec, 'capacity', s.capacity,
                'status', s.status, 'statusNote', s.status_note, 'opened', s.opened, 'cost', s.cost, 'note', s.note,
                'wholeOf', s.whole_of, 'countedIn', s.counted_in, 'doubts', %s,
                'line', case when l.segment is null then 'straight between known points' else 'as its file draws it' end,
                'lineKm', l.km, 'sources', %s))""".formatted(
                            BesideFacts.doubts("SEGMENT", "s.id"), BesideFacts.sourceList("SEGMENT", "s.id")));

    /** The statement of a file with all of them: one column with the feature as text. */
    String all() {
        return "select " + feature + "::text as feature\nfrom " + table + "\n" + joins + "\norder by " + order;
    }
}
