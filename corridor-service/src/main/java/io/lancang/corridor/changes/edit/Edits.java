package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.steward.Stewards;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One change of one fact: a release of its own in one transaction, with its entry in the audit. */
@Singleton
class Edits {
    private static final String DATASET = "single_facts";
    /**
     * The loader of files takes the same locks, so that a file and a single fact of one dataset come one after the other,
     * and numbers of releases grow as readers see them.
     */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('lancang release ' || d.dataset, 0))"
                    + " from unnest($1::text[]) d (dataset) order by d.dataset";

    private static final String LOCK_PUBLICATION =
            "select pg_advisory_xact_lock(hashtextextended('lancang publication', 0))";

    private static final String OPEN = "insert into release (dataset, file_name, sha256, row_count, facts_added)"
            + " values ($1, $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'), 1, 1) returning id";
    private static final String AUDIT =
            "insert into edit (release_id, editor, action, subject, content, source, undoes)"
                    + " values ($1, $2, $3, $4, $5, $6, $7)";
    private static final String CITE = """
            insert into citation (subject_kind, subject, source, position, release_id)
            select $1, $2, $3, coalesce((select max(position) + 1 from current_citation
                                         where subject_kind = $1 and subject = $2), 0), $4
            where not exists (select 1 from current_citation where subject_kind = $1 and subject = $2 and source = $3)
            """;

    private final Pool pool;
    private final Stewards stewards;

    Edits(Pool pool, Stewards stewards) {
        this.pool = pool;
        this.stewards = stewards;
    }

    /**
     * A change.
     *
     * @param action name of the mutation
     * @param datasets the datasets whose facts it may change
     * @param cites what cites the source from now on, with the id {@code subject}; null if nothing does
     * @param subject the id of that
     * @param content what was given
     * @param source id of the source that says so
     * @param undoes the edit that it undoes; null if it undoes none
     */
    record Change(
            String action,
            List<String> datasets,
            @Nullable Cited cites,
            String subject,
            JsonObject content,
            String source,
            @Nullable Long undoes) {
        /** A change that gives a fact of one dataset. */
        static Change of(String action, String dataset, Cited kind, String subject, JsonObject content, String source) {
            return new Change(action, List.of(dataset), kind, subject, content, source, null);
        }

        /** A change that puts back what was before another one. */
        static Change undoing(
                String action, List<String> datasets, String subject, JsonObject content, String source, long undoes) {
            return new Change(action, datasets, null, subject, content, source, undoes);
        }
    }

    /**
     * Makes a change.
     *
     * @param write writes the facts on the connection, as of the release with this number; what fails undoes all
     * @return what {@code write} returns; fails with UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a text that is too long,
     *     or NOT_FOUND for an unknown source
     */
    <T> Uni<T> make(Change change, BiFunction<SqlConnection, Long, Uni<T>> write) {
        String editor = stewards.require("Facts can be changed only");
        change.content().forEach(given -> Arguments.checkText(given.getKey(), given.getValue()));
        return NamedThing.SOURCE
                .require(pool, change.source())
                .chain(() -> pool.withTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(change.datasets().toArray(String[]::new)))
                        .chain(() -> connection.query(LOCK_PUBLICATION).execute())
                        .chain(() -> open(connection, change))
                        .chain(release -> write.apply(connection, release)
                                .call(() -> audit(connection, release, editor, change))
                                .call(() -> cite(connection, release, change)))));
    }

    private static Uni<Long> open(SqlConnection connection, Change change) {
        Tuple release = Tuple.of(
                DATASET,
                change.action() + " " + change.subject(),
                change.action() + change.content().encode());
        return connection
                .preparedQuery(OPEN)
                .execute(release)
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    private static Uni<?> audit(SqlConnection connection, long release, String editor, Change change) {
        return connection
                .preparedQuery(AUDIT)
                .execute(Tuple.tuple()
                        .addLong(release)
                        .addString(editor)
                        .addString(change.action())
                        .addString(change.subject())
                        .addValue(change.content())
                        .addString(change.source())
                        .addLong(change.undoes()));
    }

    private static Uni<?> cite(SqlConnection connection, long release, Change change) {
        Cited kind = change.cites();
        return kind == null
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(CITE)
                        .execute(Tuple.of(kind.name(), change.subject(), change.source(), release));
    }
}
