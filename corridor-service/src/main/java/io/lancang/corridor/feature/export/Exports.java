package io.lancang.corridor.feature.export;

import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.kit.export.CsvFormat;
import io.lancang.kit.export.Export;
import io.lancang.kit.export.ExportFormat;
import io.lancang.kit.export.NdjsonFormat;
import io.lancang.kit.export.Question;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.parquet.ParquetFormat;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that there are, with the statement of each. Tables have the columns of the files that ship, and GeoJSON has the
 * properties that an import understands: what is exported can be loaded.
 */
final class Exports {
    private static final CsvFormat CSV = new CsvFormat(true);
    private static final CsvFormat CSV_WITH_FORMULAS = new CsvFormat(false);
    private static final GeoJsonFormat GEO_JSON = new GeoJsonFormat();

    private static final List<Table> MAPS = List.of(
            new Table("corridors.geojson", MapFeatures.CORRIDORS.all(), GEO_JSON),
            new Table("locations.geojson", MapFeatures.LOCATIONS.all(), GEO_JSON),
            new Table("segments.geojson", MapFeatures.SEGMENTS.all(), GEO_JSON));

    /** As CSV, and without the end of their names. */
    private static final List<Table> TABLES = List.of(
            table("corridors", """
                    select c.id as corridor_id, c.name_en, c.name_zh, coalesce(f.mode, 'multimodal') as mode,
                           array_to_string(c.countries, ',') as countries_iso2, c.status, c.key_date, c.length_km,
                           c.note, %1$s, c.kind, c.key_date_event, array_to_string(c.programmes, ';') as programmes,
                           c.status_note, %2$s
                    from current_corridor c join corridor_fact f on f.id = c.id and {seen f} order by c.id
                    """, "CORRIDOR", "c.id"),
            table("segments", """
                    select s.id as segment_id, s.corridor as corridor_id, s.position as seq, s.from_location as from_node,
                           s.to_location as to_node, s.mode, s.name, s.length_km, s.spec, s.capacity, s.status,
                           s.opened, s.cost, s.note, s.great_circle_km, %1$s, s.status_note,
                           array_to_string(s.whole_of, ';') as whole_of, s.counted_in, %2$s
                    from current_segment s order by s.corridor, s.position
                    """, "SEGMENT", "s.id"),
            table("locations", """
                    select l.id as node_id, l.name_en, l.name_zh, l.country as country_iso2, l.admin1, l.kind, l.unlocode,
                           l.iata, l.latitude as lat, l.longitude as lon, l.coordinate_source as coord_source,
                           l.coordinate_precision as coord_precision, l.note, %1$s, l.paired_with, %2$s
                    from current_location l order by l.id
                    """, "LOCATION", "l.id"),
            table("zones", """
                    select z.id as zone_id, z.name_en, z.name_zh, z.kind, z.location as node_id, z.key_date as date, z.note,
                           z.area_km2, %1$s, z.key_date_event, %2$s
                    from current_zone z order by z.id
                    """, "ZONE", "z.id"),
            table("industrial-transfers", """
                    select t.zone as zone_id, t.subject, t.sector, t.fact, t.year, t.value, t.unit, %1$s, %2$s
                    from current_industrial_transfer t order by t.id
                    """, "INDUSTRIAL_TRANSFER", "t.id"),
            table("throughput", """
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
            table("milestones", """
                    select lower(m.subject_kind) as subject_kind, m.subject as subject_id, m.event, m.planned, m.earliest, m.latest,
                           m.stated_on, m.note, %1$s, %2$s
                    from current_milestone m order by m.id
                    """, "MILESTONE", "m.id"),
            new Table("names", """
                    select case n.subject_kind when 'LOCATION' then 'node' else lower(n.subject_kind) end as subject_kind,
                           n.subject as subject_id, n.language, n.script, n.name, n.note, n.source
                    from current_name n order by n.subject_kind, n.subject, n.language, n.name collate "C", n.script, n.note, n.source
                    """, CSV),
            new Table(
                    "sources",
                    "select id as source_id, title, locator, licence, date from current_source order by id",
                    CSV));

    private static final List<Table> ALL = Stream.concat(
                    MAPS.stream(), TABLES.stream().flatMap(Exports::inEachFormat))
            .toList();

    private Exports() {}

    private static Stream<Table> inEachFormat(Table table) {
        return Stream.of(
                new Table(table.name() + ".csv", table.sql(), CSV),
                new Table(table.name() + ".ndjson", table.sql(), new NdjsonFormat()),
                new Table(table.name() + ".parquet", table.sql(), new ParquetFormat(List.of())));
    }

    /** A file with its statement for the present. */
    record Table(String name, String sql, ExportFormat format) {
        /** What it is made of, as it is seen from a vantage. Releases alone change it. */
        Question question(Vantage vantage) {
            return new Question(name, format.contentType(), format.toString(), vantage, "null::text");
        }

        /** How it is made, as it is seen from a vantage. */
        Export export(Vantage vantage) {
            SeenStatement seen = SeenStatement.of(sql(vantage), Tuple.tuple(), vantage);
            return new Export(seen.sql(), seen.parameters(), format, Map.of());
        }

        /** The statement for the present. */
        String present() {
            return sql(Vantage.PRESENT);
        }

        private String sql(Vantage vantage) {
            return sql.replace("{seen f}", vantage.sees("f"));
        }

        private Table withFormulas() {
            return CSV.equals(format) ? new Table(name, sql, CSV_WITH_FORMULAS) : this;
        }
    }

    /**
     * The file of this name; empty if there is none.
     *
     * @param spreadsheetSafe whether a CSV file keeps formulas from spreadsheets
     */
    static Optional<Table> named(String name, boolean spreadsheetSafe) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .map(table -> spreadsheetSafe ? table : table.withFormulas())
                .findFirst();
    }

    /** The files of a kind of fact: their names before the dot. */
    static List<Table> ofKind(String kind) {
        return ALL.stream().filter(table -> table.name().startsWith(kind + ".")).toList();
    }

    static List<String> names() {
        return ALL.stream().map(Table::name).toList();
    }

    /** What files are, each once. */
    static List<String> contentTypes() {
        return ALL.stream()
                .map(table -> table.format().contentType())
                .distinct()
                .toList();
    }

    /** @param sql with places for the column of sources and for that of doubts */
    private static Table table(String name, String sql, String kind, String id) {
        String sources = "(select string_agg(o.source, ';' order by o.position) from current_citation o"
                + " where o.subject_kind = '" + kind + "' and o.subject = " + id + ") as source";
        return new Table(name, sql.formatted(sources, BesideFacts.doubts(kind, id) + " as doubts"), CSV);
    }
}
