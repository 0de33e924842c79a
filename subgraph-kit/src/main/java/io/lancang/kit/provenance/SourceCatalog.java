package io.lancang.kit.provenance;

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

/** Reads the sources that this subgraph's rows cite. One statement a call. */
@Singleton
public class SourceCatalog {
    private static final String COLUMNS = "select id, title, locator, licence, date from source ";
    private static final String BY_IDS = COLUMNS + "where id = any($1)";
    private static final String ALL = COLUMNS + "order by id";

    private final Pool pool;

    SourceCatalog(Pool pool) {
        this.pool = pool;
    }

    /** The sources with these ids, by id; an id that does not exist is left out. */
    public Uni<Map<String, Source>> byIds(Collection<String> ids) {
        String[] distinct = ids.stream().distinct().toArray(String[]::new);
        return pool.preparedQuery(BY_IDS).execute(Tuple.of(distinct)).map(rows -> {
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
