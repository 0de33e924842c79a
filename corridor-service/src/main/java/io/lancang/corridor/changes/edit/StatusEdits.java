package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.fact.KeyDateEvent;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.rule.Days;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes the status of a corridor or a segment. What comes into service opens on that day, unless an opening that has happened
 * is on record.
 */
@Singleton
class StatusEdits {
    private static final String LAST =
            "select max(changed_on) as last from current_status_change where subject_kind = $1 and subject = $2";
    private static final String RECORD = "insert into status_change"
            + " (release_id, subject_kind, subject, changed_on, from_status, to_status, note)"
            + " values ($1, $2, $3, $4, $5, $6, $7)";
    private static final String CHANGE_CORRIDOR = """
            with closed as (
              update corridor_fact set superseded_by = $2 where id = $1 and superseded_by is null returning *)
            insert into corridor_fact (id, name_en, name_zh, kind, mode, status, status_note, key_date, key_date_event,
                                       opened_earliest, opened_latest, length_km, note, release_id)
            select id, name_en, name_zh, kind, mode, $3, $4,
                   case when opens then $5::text else key_date end, case when opens then $6::text else key_date_event end,
                   case when opens then $5::text::date else opened_earliest end,
                   case when opens then $5::text::date else opened_latest end, length_km, note, $2
            from closed, lateral (select $5::text is not null and opened_earliest is null as opens) on_that_day
            """;
    private static final String CHANGE_SEGMENT =
            "with closed as (update segment_fact set superseded_by = $2 where id = $1 and superseded_by is null returning *) "
                    + SegmentColumns.givenAgain(
                            Map.of(
                                    "status",
                                    "$3",
                                    "status_note",
                                    "$4",
                                    "opened",
                                    "case when $5::text is not null and (opened is null or opened like '%(%') then $5 else opened end"),
                            "$2")
                    + "from closed";

    private final Edits edits;
    private final Days days;

    StatusEdits(Edits edits, Days days) {
        this.edits = edits;
        this.days = days;
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
        Arguments.refuse("date", days.faultOfReported(request.date()));
        JsonObject content = new JsonObject()
                .put("status", request.status().name())
                .put("date", request.date().toString())
                .put("note", request.note());
        StatusSubject kind = request.kind();
        Edits.Change change =
                Edits.Change.of("changeStatus", kind.dataset(), kind.cited(), request.id(), content, request.source());
        return edits.make(change, (connection, release) -> write(connection, release, request));
    }

    private static Uni<Long> write(SqlConnection connection, long release, Request request) {
        return current(connection, request)
                .call(() -> checkOrder(connection, request))
                .call(before -> record(connection, release, request, before))
                .call(before -> replace(connection, release, request, before))
                .replaceWith(release);
    }

    private static Uni<Status> current(SqlConnection connection, Request request) {
        String view = "current_" + request.kind().known().meaning();
        return connection
                .preparedQuery("select status from " + view + " where id = $1")
                .execute(Tuple.of(request.id()))
                .chain(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext()
                            ? Uni.createFrom().item(Status.valueOf(found.next().getString("status")))
                            : request.kind().known().missing(connection, request.id(), Vantage.PRESENT);
                })
                .invoke(before -> {
                    if (before == request.status()) {
                        throw ServiceException.badInput(
                                "'" + request.id() + "' has the status " + before + " already.",
                                "Name another status.");
                    }
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

    private static Uni<?> replace(SqlConnection connection, long release, Request request, Status before) {
        Status after = request.status();
        Tuple facts = Tuple.tuple()
                .addString(request.id())
                .addLong(release)
                .addString(after.name())
                .addString(after.words())
                .addString(opening(request, before));
        return switch (request.kind()) {
            case SEGMENT -> connection.preparedQuery(CHANGE_SEGMENT).execute(facts);
            case CORRIDOR ->
                connection
                        .preparedQuery(CHANGE_CORRIDOR)
                        .execute(facts.addString(openingOf(after).name()));
        };
    }

    /**
     * The day on which it opened by this change, as text; null if it opened by none. What is in service already did so at
     * another time, be it an unknown one.
     */
    private static @Nullable String opening(Request request, Status before) {
        boolean opens = request.status().isInService() && !before.isInService();
        return opens ? request.date().toString() : null;
    }

    private static KeyDateEvent openingOf(Status status) {
        return status == Status.PARTLY_OPERATIONAL ? KeyDateEvent.FIRST_SECTION_OPENED : KeyDateEvent.OPENED;
    }
}
