package io.lancang.corridor.feature.export;

import io.lancang.kit.catalog.Catalog;
import io.lancang.kit.catalog.CatalogDataset;
import io.lancang.kit.catalog.CatalogFile;
import io.lancang.kit.catalog.CatalogSource;
import io.lancang.kit.catalog.TableFields;
import io.lancang.kit.history.DataStates;
import io.lancang.kit.history.KeptForState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which tables and maps there are as files, and what is cited in each. */
@Singleton
class TableCatalogRepository {
    private final Pool pool;
    private final KeptForState<Catalog> catalog;

    TableCatalogRepository(Pool pool, DataStates states) {
        this.pool = pool;
        this.catalog = new KeptForState<>(states::current, this::make);
    }

    /** A kind of fact, with the files that have it, and the word by which citations name it; null where none cites. */
    private record Kind(
            String id,
            String title,
            String description,
            @Nullable String cited) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("corridors", "Corridors", "Corridors with countries, status, length and programmes.", "CORRIDOR"),
            new Kind("segments", "Segments", "Segments of corridors between two locations.", "SEGMENT"),
            new Kind(
                    "locations",
                    "Locations",
                    "Places that segments lead to, with coordinates where they are known.",
                    "LOCATION"),
            new Kind("zones", "Zones", "Zones at locations.", "ZONE"),
            new Kind(
                    "industrial-transfers",
                    "Industrial transfers",
                    "What is on record about industries that moved to zones.",
                    "INDUSTRIAL_TRANSFER"),
            new Kind(
                    "throughput",
                    "Throughput",
                    "What passed through corridors and locations in a period.",
                    "THROUGHPUT"),
            new Kind(
                    "milestones", "Milestones", "What was planned and announced, and when that was said.", "MILESTONE"),
            new Kind("names", "Names", "Names in other languages and scripts.", null),
            new Kind(
                    "sources",
                    "Sources",
                    "Title, locator, licence and date of everything that a fact may cite.",
                    null));

    Uni<Catalog> read() {
        return catalog.get();
    }

    private record Cited(
            Map<String, List<CatalogSource>> sources,
            @Nullable OffsetDateTime modified) {}

    private Uni<Catalog> make() {
        return cited().chain(cited -> Multi.createFrom()
                .iterable(KINDS)
                .onItem()
                .transformToUniAndConcatenate(kind -> files(kind).map(files -> dataset(kind, files, cited)))
                .collect()
                .asList()
                .map(datasets ->
                        new Catalog("lancang-corridor", "Lancang: corridors and what is known of them", datasets)));
    }

    private static CatalogDataset dataset(Kind kind, List<CatalogFile> files, Cited cited) {
        List<CatalogSource> sources =
                kind.cited() == null ? List.of() : cited.sources().getOrDefault(kind.cited(), List.of());
        return new CatalogDataset(
                kind.id(), kind.title(), kind.description(), sources, null, null, List.of(), cited.modified(), files);
    }

    private Uni<Cited> cited() {
        return pool.query("""
                        select c.subject_kind,
                               jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'locator', s.locator,
                                                            'licence', s.licence, 'date', s.date) order by s.id) as sources,
                               (select max(loaded_at) from release) as modified
                        from (select distinct subject_kind, source from current_citation) c
                        join current_source s on s.id = c.source
                        group by 1
                        """).execute().map(rows -> {
            Map<String, List<CatalogSource>> sources = new HashMap<>();
            OffsetDateTime modified = null;
            for (Row row : rows) {
                JsonArray all = row.getJsonArray("sources");
                sources.put(
                        row.getString("subject_kind"),
                        all.stream()
                                .map(source -> CatalogSource.of((JsonObject) source))
                                .toList());
                modified = row.getOffsetDateTime("modified");
            }
            return new Cited(Map.copyOf(sources), modified);
        });
    }

    private Uni<List<CatalogFile>> files(Kind kind) {
        List<CatalogFile> files = new ArrayList<>();
        return Multi.createFrom()
                .iterable(Exports.ofKind(kind.id()))
                .onItem()
                .transformToUniAndConcatenate(this::file)
                .onItem()
                .invoke(files::add)
                .onItem()
                .ignoreAsUni()
                .map(done -> List.copyOf(files));
    }

    private Uni<CatalogFile> file(Exports.Table table) {
        String[] name = table.name().split("\\.", 2);
        String mediaType = table.format().contentType().split(";", 2)[0];
        Uni<List<CatalogFile.Field>> fields = !name[1].equals("geojson")
                ? pool.preparedQuery("select * from (" + table.present() + ") nothing limit 0")
                        .execute()
                        .map(TableCatalogRepository::fields)
                : Uni.createFrom().item(List.of());
        return fields.map(all -> new CatalogFile(name[0] + "-" + name[1], table.name(), mediaType, name[1], all));
    }

    private static List<CatalogFile.Field> fields(RowSet<Row> none) {
        io.vertx.sqlclient.RowSet<?> columns = none.getDelegate();
        return TableFields.of(columns.columnDescriptors());
    }
}
