package io.lancang.corridor.changes.network;

import io.lancang.corridor.ground.citation.SourceRows;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads changes of status. One statement a call, whatever the number of subjects. */
@Singleton
class StatusChangeRepository {
    private static final String SELECT = """
            select c.subject, c.changed_on, c.from_status, c.to_status, c.note, e.at, %s
            from %s c
            join edit e on e.release_id = c.release_id
            join current_source s on s.id = e.source
            """;
    private static final String OF_MANY = SELECT.formatted(SourceRows.COLUMNS, "current_status_change")
            + "where c.subject_kind = $1 and c.subject = any($2) order by c.subject, c.changed_on";
    private static final String OF_RELEASE =
            SELECT.formatted(SourceRows.COLUMNS, "status_change") + "where c.release_id = $1";

    private final Pool pool;

    StatusChangeRepository(Pool pool) {
        this.pool = pool;
    }

    private record Asked(StatusSubject kind, Vantage seen) {}

    private record Subject(Asked asked, String id) {}

    /** The changes of a subject in the order in which they happened; to be called from a resolver. */
    Uni<List<StatusChange>> of(StatusSubject kind, String id, Vantage seen) {
        return Batches.load(
                "status history",
                new Subject(new Asked(kind, seen), id),
                subjects -> Batches.byArguments(subjects, Subject::asked, this::read));
    }

    private Uni<Map<Subject, List<StatusChange>>> read(Asked asked, List<Subject> subjects) {
        String[] ids = subjects.stream().map(Subject::id).toArray(String[]::new);
        Tuple parameters = Tuple.of(asked.kind().name(), ids);
        return SeenStatement.rows(pool, OF_MANY, parameters, asked.seen()).map(rows -> {
            Map<Subject, List<StatusChange>> changes = new HashMap<>();
            subjects.forEach(subject -> changes.put(subject, new ArrayList<>()));
            rows.forEach(row -> changes.computeIfAbsent(
                            new Subject(asked, row.getString("subject")), unasked -> new ArrayList<>())
                    .add(change(row)));
            return changes;
        });
    }

    /** The change that was recorded with this release. */
    Uni<StatusChange> ofRelease(long release) {
        return pool.preparedQuery(OF_RELEASE)
                .execute(Tuple.of(release))
                .map(rows -> change(rows.iterator().next()));
    }

    private static StatusChange change(Row row) {
        return new StatusChange(
                row.getLocalDate("changed_on"),
                Status.valueOf(row.getString("from_status")),
                Status.valueOf(row.getString("to_status")),
                row.getString("note"),
                row.getOffsetDateTime("at"),
                SourceRows.source(row));
    }
}
