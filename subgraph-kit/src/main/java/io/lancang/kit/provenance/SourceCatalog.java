package io.lancang.kit.provenance;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads the sources that this subgraph's rows cite, as they were called when the row was seen. One statement a call and vantage. */
@Singleton
public class SourceCatalog {
    private static final String COLUMNS = "select id, title, locator, licence, date from ";
    private static final String NOW = COLUMNS + "current_source ";
    private static final String ALL = NOW + "order by id";
    private static final String WITH_IDS = " where id = any($1)";

    private final Pool pool;

    SourceCatalog(Pool pool) {
        this.pool = pool;
    }

    /** The sources with these ids as they are called at present, by id; an id that does not exist is left out. */
    public Uni<Map<String, Source>> byIds(Collection<String> ids) {
        return byIds(ids, Vantage.PRESENT);
    }

    /** What is referred to, as it was called then; a reference to what does not exist is left out. */
    public Uni<Map<SourceReference, Source>> byReferences(List<SourceReference> references) {
        return Batches.byArguments(
                references,
                SourceReference::seen,
                (seen, ofThem) -> byIds(ofThem.stream().map(SourceReference::id).toList(), seen)
                        .map(found -> {
                            Map<SourceReference, Source> sources = new LinkedHashMap<>();
                            found.forEach((id, source) -> sources.put(new SourceReference(id, seen), source));
                            return sources;
                        }));
    }

    private Uni<Map<String, Source>> byIds(Collection<String> ids, Vantage seen) {
        String[] distinct = ids.stream().distinct().toArray(String[]::new);
        Long release = seen.release();
        String from = release == null ? NOW : COLUMNS + "source_at(" + release + ")";
        return pool.preparedQuery(from + WITH_IDS).execute(Tuple.of(distinct)).map(rows -> {
            Map<String, Source> sources = new LinkedHashMap<>();
            rows.forEach(row -> sources.put(row.getString("id"), sourceOf(row)));
            return sources;
        });
    }

    /** Every source, ordered by id. */
    public Uni<List<Source>> all() {
        return pool.query(ALL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SourceCatalog::sourceOf)
                        .toList());
    }

    private static Source sourceOf(Row row) {
        return new Source(
                row.getString("id"),
                row.getString("title"),
                row.getString("locator"),
                row.getString("licence"),
                row.getString("date"));
    }
}
