package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.citation.SourceRows;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.corridor.ground.page.PageArguments;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads which single facts were given by whom. One statement a call. */
@Singleton
public class Audit {
    /** Counted down from the largest number there is, so that the latest comes first. */
    private static final String WHERE = """
            select e.release_id, e.at, e.editor, e.action, e.subject, e.content, e.before, e.undoes, %s,
                   e.release_id::text as id, to_char(9223372036854775807 - e.release_id, 'FM0000000000000000000')
                     as sort_key
            from edit e left join source s on s.id = e.source
            where
            """.formatted(SourceRows.COLUMNS);

    private final Pool pool;

    Audit(Pool pool) {
        this.pool = pool;
    }

    /** A page of the audit, latest first. */
    Uni<KeysetPage<Edit>> page(@Nullable String subject, @Nullable String editor, PageArguments arguments) {
        Conditions conditions = new Conditions();
        conditions.addIfAsked("e.subject = %s", subject);
        conditions.addIfAsked("e.editor = %s", editor);
        return pool.preparedQuery(KeysetPage.sql(WHERE + conditions.sql(), conditions.size()))
                .execute(arguments.addTo(conditions.parameters()))
                .map(rows -> KeysetPage.read(rows, arguments.first(), Audit::edit));
    }

    /** The edit that is a release. */
    public Uni<Edit> ofRelease(long release) {
        return pool.preparedQuery(WHERE + "e.release_id = $1")
                .execute(Tuple.of(release))
                .map(rows -> edit(rows.iterator().next()));
    }

    private static Edit edit(Row row) {
        Long undoes = row.getLong("undoes");
        return new Edit(
                String.valueOf(row.getLong("release_id")),
                row.getOffsetDateTime("at"),
                row.getString("editor"),
                row.getString("action"),
                row.getString("subject"),
                ((JsonObject) row.getValue("content")).encode(),
                ((JsonObject) row.getValue("before")).encode(),
                undoes == null ? null : String.valueOf(undoes),
                row.getString("source_id") == null ? null : SourceRows.source(row));
    }
}
