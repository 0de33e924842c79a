package io.lancang.corridor.changes.edit;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.steward.Stewards;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.List;

/** Undoes single facts: what was before is there again, as a release of its own. */
@Singleton
class Undoing {
    private static final String ACTION = "undoNetworkEdit";
    private static final List<String> DATASETS =
            List.of("corridors", "locations", "milestones", "names", "segments", "throughput", "zones");
    /** The state, and the end of the message, with which the database refuses to leave out what something refers to. */
    private static final String REFERRED_TO = "LN001";

    private static final String OF_FILES = " Nothing was loaded.";
    private static final String FIND = """
            select e.subject, e.source, u.release_id as undone_by
            from edit e left join edit u on u.undoes = e.release_id
            where e.release_id = $1
            """;
    private static final String UNDO = "select undo_edit($1, $2) as later";

    private final Pool pool;
    private final Edits edits;
    private final Stewards stewards;

    Undoing(Pool pool, Edits edits, Stewards stewards) {
        this.pool = pool;
        this.edits = edits;
        this.stewards = stewards;
    }

    /**
     * Undoes the edit that is a release.
     *
     * @return the number of the release that does so; fails with NOT_FOUND if there is no such edit, and with CONFLICT if it was
     *     undone, if what it wrote was changed since, or if something refers to what it added
     */
    Uni<Long> undo(long edited) {
        stewards.require("Facts can be changed only");
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(edited))
                .map(rows -> change(edited, rows.iterator()))
                .chain(change -> edits.make(change, (connection, release) -> undo(connection, edited, release)));
    }

    private static Edits.Change change(long edited, RowIterator<Row> found) {
        if (!found.hasNext()) {
            throw ServiceException.notFound(
                    "Release " + edited + " is no single fact.",
                    "`edits { nodes { release } }` lists them; a file is withdrawn by DELETE /releases/ID.");
        }
        Row edit = found.next();
        Long undoneBy = edit.getLong("undone_by");
        if (undoneBy != null) {
            throw conflict(
                    "Release " + edited + " was undone already, by release " + undoneBy + ".",
                    "Undo release " + undoneBy + " to have it again.");
        }
        return Edits.Change.undoing(
                ACTION,
                DATASETS,
                edit.getString("subject"),
                new JsonObject().put("release", String.valueOf(edited)),
                edit.getString("source"),
                edited);
    }

    private static Uni<Long> undo(SqlConnection connection, long edited, long release) {
        return connection
                .preparedQuery(UNDO)
                .execute(Tuple.of(edited, release))
                .onFailure(PgException.class)
                .transform(failure -> referredTo(edited, failure))
                .map(rows -> {
                    Long later = rows.iterator().next().getLong("later");
                    if (later != null) {
                        throw conflict(
                                "What release " + edited + " wrote was changed again by release " + later + ".",
                                "Undo release " + later + " first, or record what is right.");
                    }
                    return release;
                });
    }

    private static Throwable referredTo(long edited, PgException failure) {
        return REFERRED_TO.equals(failure.getSqlState())
                ? conflict(
                        "Release " + edited + " cannot be undone. "
                                + failure.getErrorMessage().replace(OF_FILES, ""),
                        "Undo first what refers to it.")
                : failure;
    }

    private static ServiceException conflict(String message, String wayOut) {
        return new ServiceException(ErrorCode.CONFLICT, message, wayOut);
    }
}
