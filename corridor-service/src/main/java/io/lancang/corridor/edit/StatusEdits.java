package io.lancang.corridor.edit;

import io.lancang.corridor.citation.Cited;
import io.lancang.corridor.corridor.Status;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Changes the status of a corridor or a segment. */
@Singleton
class StatusEdits {
    private static final String LAST =
            "select max(changed_on) as last from status_change where subject_kind = $1 and subject = $2";
    private static final String RECORD = "insert into status_change"
            + " (release_id, subject_kind, subject, changed_on, from_status, to_status, note)"
            + " values ($1, $2, $3, $4, $5, $6, $7)";
    private static final String CHANGE_CORRIDOR = """
            with closed as (
              update corridor_fact set superseded_by = $2 where id = $1 and superseded_by is null returning *)
            insert into corridor_fact (id, name_en, name_zh, kind, mode, status, status_note, key_date, key_date_event,
                                       opened_earliest, opened_latest, length_km, note, release_id)
            select id, name_en, name_zh, kind, mode, $3, $4, key_date, key_date_event, opened_earliest, opened_latest,
                   length_km, note, $2
            from closed
            """;
    /** A segment that comes into service opens on that day, unless an opening that has happened is on record. */
    private static final String CHANGE_SEGMENT = """
            with closed as (
              update segment_fact set superseded_by = $2 where id = $1 and superseded_by is null returning *)
            insert into segment_fact (id, corridor, position, from_location, to_location, mode, name, length_km,
                                      great_circle_km, counts_in_length, spec, capacity, status, status_note, opened,
                                      cost, note, release_id)
            select id, corridor, position, from_location, to_location, mode, name, length_km, great_circle_km,
                   counts_in_length, spec, capacity, $3, $4,
                   case when $5::text is not null and (opened is null or opened like '%(%') then $5 else opened end,
                   cost, note, $2
            from closed
            """;

    private final Edits edits;
    private final InstantSource clock;

    StatusEdits(Edits edits) {
        this.edits = edits;
        this.clock = InstantSource.system();
    }

    /** What is asked for. */
    record Request(
            StatusSubject kind,
            String id,
            Status status,
            LocalDate date,
            String source,
            @Nullable String note) {}

    /** Makes the change; fails with NOT_FOUND or BAD_USER_INPUT if it cannot be. */
    Uni<Long> change(Request request) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (request.date().isAfter(today)) {
            throw ServiceException.badInput(
                    "`date` is " + request.date() + ", which is still to come.",
                    "Record a change once it has happened.");
        }
        JsonObject content = new JsonObject()
                .put("status", request.status().name())
                .put("date", request.date().toString())
                .put("note", request.note());
        boolean isCorridor = request.kind() == StatusSubject.CORRIDOR;
        Edits.Change change = new Edits.Change(
                "changeStatus",
                isCorridor ? "corridors" : "segments",
                isCorridor ? Cited.CORRIDOR : Cited.SEGMENT,
                request.id(),
                content,
                request.source());
        return edits.make(change, (connection, release) -> write(connection, release, request));
    }

    private static Uni<Long> write(SqlConnection connection, long release, Request request) {
        return current(connection, request)
                .call(() -> checkOrder(connection, request))
                .call(before -> record(connection, release, request, before))
                .call(before -> replace(connection, release, request))
                .replaceWith(release);
    }

    private static Uni<Status> current(SqlConnection connection, Request request) {
        String table = request.kind() == StatusSubject.CORRIDOR ? "current_corridor" : "current_segment";
        return connection
                .preparedQuery("select status from " + table + " where id = $1")
                .execute(Tuple.of(request.id()))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    if (!found.hasNext()) {
                        throw ServiceException.notFound(
                                "There is no "
                                        + (request.kind() == StatusSubject.CORRIDOR ? "corridor" : "segment") + " '"
                                        + request.id() + "'.",
                                "`corridor(id)` suggests ids of corridors, `segments` of a corridor gives those of"
                                        + " segments.");
                    }
                    Status before = Status.valueOf(found.next().getString("status"));
                    if (before == request.status()) {
                        throw ServiceException.badInput(
                                "'" + request.id() + "' has the status " + before + " already.",
                                "Name another status.");
                    }
                    return before;
                });
    }

    private static Uni<?> checkOrder(SqlConnection connection, Request request) {
        return connection
                .preparedQuery(LAST)
                .execute(Tuple.of(request.kind().name(), request.id()))
                .invoke(rows -> {
                    LocalDate last = rows.iterator().next().getLocalDate("last");
                    if (last != null && !request.date().isAfter(last)) {
                        throw ServiceException.badInput(
                                "`date` is " + request.date() + ", and a change of " + last + " is on record.",
                                "Record changes in the order in which they happened.");
                    }
                });
    }

    private static Uni<?> record(SqlConnection connection, long release, Request request, Status before) {
        return connection
                .preparedQuery(RECORD)
                .execute(Tuple.tuple()
                        .addLong(release)
                        .addString(request.kind().name())
                        .addString(request.id())
                        .addLocalDate(request.date())
                        .addString(before.name())
                        .addString(request.status().name())
                        .addString(request.note()));
    }

    private static Uni<?> replace(SqlConnection connection, long release, Request request) {
        Tuple parameters = Tuple.of(
                request.id(), release, request.status().name(), request.status().words());
        if (request.kind() == StatusSubject.CORRIDOR) {
            return connection.preparedQuery(CHANGE_CORRIDOR).execute(parameters);
        }
        String opened = request.status().isInService() ? request.date().toString() : null;
        return connection.preparedQuery(CHANGE_SEGMENT).execute(parameters.addString(opened));
    }
}
