package io.lancang.corridor.feature.export;

import io.lancang.kit.export.CsvFormat;
import io.lancang.kit.export.Export;
import java.util.List;
import java.util.Optional;

/**
 * The files that there are, with the statement of each. Tables have the columns of the files that ship, and GeoJSON has the
 * properties that an import understands: what is exported can be loaded.
 */
final class Exports {
    private static final CsvFormat CSV = new CsvFormat(true);
    private static final CsvFormat CSV_WITH_FORMULAS = new CsvFormat(false);
    private static final GeoJsonFormat GEO_JSON = new GeoJsonFormat();

    private static final List<Export> ALL = List.of(
            new Export("corridors.geojson", MapFeatures.CORRIDORS.all(), GEO_JSON),
            new Export("locations.geojson", MapFeatures.LOCATIONS.all(), GEO_JSON),
            new Export("segments.geojson", MapFeatures.SEGMENTS.all(), GEO_JSON),
            table("corridors.csv", """
                    select c.id as corridor_id, c.name_en, c.name_zh, coalesce(f.mode, 'multimodal') as mode,
                           array_to_string(c.countries, ',') as countries_iso2, c.status, c.key_date, c.length_km,
                           c.note, %1$s, c.kind, c.key_date_event, array_to_string(c.programmes, ';') as programmes,
                           c.status_note, %2$s
                    from current_corridor c join corridor_fact f on f.id = c.id and f.superseded_by is null order by c.id
                    """, "CORRIDOR", "c.id"),
            table("segments.csv", """
                    select s.id as segment_id, s.corridor as corridor_id, s.position as seq, s.from_location as from_node,
                           s.to_location as to_node, s.mode, s.name, s.length_km, s.spec, s.capacity, s.status,
                           s.opened, s.cost, s.note, s.great_circle_km, %1$s, s.status_note,
                           array_to_string(s.whole_of, ';') as whole_of, s.counted_in, %2$s
                    from current_segment s order by s.corridor, s.position
                    """, "SEGMENT", "s.id"),
            table("locations.csv", """
                    select l.id as node_id, l.name_en, l.name_zh, l.country as country_iso2, l.admin1, l.kind, l.unlocode,
                           l.iata, l.latitude as lat, l.longitude as lon, l.coordinate_source as coord_source,
                           l.coordinate_precision as coord_precision, l.note, %1$s, l.paired_with, %2$s
                    from current_location l order by l.id
                    """, "LOCATION", "l.id"),
            table("zones.csv", """
                    select z.id as zone_id, z.name_en, z.name_zh, z.kind, z.location as node_id, z.key_date as date, z.note,
                           z.area_km2, %1$s, z.key_date_event, %2$s
                    from current_zone z order by z.id
                    """, "ZONE", "z.id"),
            table("industrial-transfers.csv", """
                    select t.zone as zone_id, t.subject, t.sector, t.fact, t.year, t.value, t.unit, %1$s, %2$s
                    from current_industrial_transfer t order by t.id
                    """, "INDUSTRIAL_TRANSFER", "t.id"),
            table("throughput.csv", """
                    select case when t.corridor is not null then 'corridor' when t.location is not null then 'node'
                                else 'country_pair' end as subject_kind,
                           coalesce(t.corridor, t.location, (
                             select string_agg(case p.place when 1 then '' when 2 then '-' else ',' end || c.iso2, ''
                                               order by p.place)
                             from unnest(t.countries) with ordinality p (code, place) join country c on c.code = p.code))
                             as subject_id,
                           t.metric, t.period_start, t.period_end, t.value, t.unit, t.basis, t.note, %1$s, %2$s
                    from current_throughput t order by t.id
                    """, "THROUGHPUT", "t.id"),
            table("milestones.csv", """
                    select lower(m.subject_kind) as subject_kind, m.subject as subject_id, m.event, m.planned, m.earliest, m.latest,
                           m.stated_on, m.note, %1$s, %2$s
                    from current_milestone m order by m.id
                    """, "MILESTONE", "m.id"),
            new Export("names.csv", """
                    select case n.subject_kind when 'LOCATION' then 'node' else lower(n.subject_kind) end as subject_kind,
                           n.subject as subject_id, n.language, n.script, n.name, n.note, n.source
                    from current_name n order by n.subject_kind, n.subject, n.language, n.name collate "C"
                    """, CSV),
            new Export(
                    "sources.csv",
                    "select id as source_id, title, locator, licence, date from source order by id",
                    CSV));

    private Exports() {}

    /**
     * The file of this name; empty if there is none.
     *
     * @param spreadsheetSafe whether a CSV file keeps formulas from spreadsheets
     */
    static Optional<Export> named(String name, boolean spreadsheetSafe) {
        return ALL.stream()
                .filter(export -> export.name().equals(name))
                .map(export -> spreadsheetSafe || !CSV.equals(export.format())
                        ? export
                        : new Export(export.name(), export.sql(), CSV_WITH_FORMULAS))
                .findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Export::name).toList();
    }

    /** @param sql with places for the column of sources and for that of doubts */
    private static Export table(String name, String sql, String kind, String id) {
        String sources = "(select string_agg(o.source, ';' order by o.position) from current_citation o"
                + " where o.subject_kind = '" + kind + "' and o.subject = " + id + ") as source";
        return new Export(name, sql.formatted(sources, BesideFacts.doubts(kind, id) + " as doubts"), CSV);
    }
}
