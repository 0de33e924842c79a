package io.lancang.corridor.ground.citation;

import io.lancang.kit.provenance.Source;
import io.vertx.mutiny.sqlclient.Row;

/** The columns of a source, and how a row becomes one. */
public final class SourceRows {
    /** The columns that {@link #source} reads, of {@code current_source s}. */
    public static final String COLUMNS = "s.id as source_id, s.title, s.locator, s.licence, s.date";

    private SourceRows() {}

    /** The source of a row with {@link #COLUMNS}. */
    public static Source source(Row row) {
        return new Source(
                row.getString("source_id"),
                row.getString("title"),
                row.getString("locator"),
                row.getString("licence"),
                row.getString("date"));
    }
}
