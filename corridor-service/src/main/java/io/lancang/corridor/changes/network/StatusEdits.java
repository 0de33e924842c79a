package io.lancang.corridor.changes.network;

import io.lancang.corridor.changes.edit.Arguments;
import io.lancang.corridor.changes.edit.NetworkEdits;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.rule.Days;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.entity.Historical;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Changes the status of a corridor or a segment. What comes into service opens on that day, unless an opening that has happened
 * is on record.
 */
@Singleton
class StatusEdits {
    private static final String LAST =
            "select max(changedOn) from StatusChangeEntity where kind = ?1 and subject = ?2 and supersededBy is null";

    private final NetworkEdits edits;
    private final Days days;

    StatusEdits(NetworkEdits edits, Days days) {
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
        NetworkEdits.Change change = new NetworkEdits.Change(
                "changeStatus",
                kind.dataset(),
                List.of(new NetworkEdits.Reference(kind.known(), kind.dataset(), request.id())),
                request.id(),
                content,
                request.source());
        return edits.make(change, release -> write(request, release));
    }

    private static Uni<JsonObject> write(Request request, long release) {
        return present(request)
                .invoke(known -> checkChanges(request, known.status()))
                .call(() -> checkOrder(request))
                .call(known -> Edits.keep(new StatusChangeEntity(request, known.status(), release)))
                .call(known -> replace(request, known, release))
                .call(() -> NetworkEdits.cite(request.kind().cited(), request.id(), request.source(), release))
                .map(HasStatus::stated);
    }

    /** What the change is about, which has been looked for. */
    private static Uni<? extends HasStatus> present(Request request) {
        return switch (request.kind()) {
            case CORRIDOR -> NetworkEdits.present(CorridorEntity.class, request.id());
            case SEGMENT -> NetworkEdits.present(SegmentEntity.class, request.id());
        };
    }

    private static void checkChanges(Request request, Status before) {
        if (before == request.status()) {
            throw ServiceException.badInput(
                    "'" + request.id() + "' has the status " + before + " already.", "Name another status.");
        }
    }

    private static Uni<?> checkOrder(Request request) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(LAST, LocalDate.class)
                        .setParameter(1, request.kind())
                        .setParameter(2, request.id())
                        .getSingleResultOrNull())
                .invoke(last -> {
                    if (last != null && !request.date().isAfter(last)) {
                        throw ServiceException.badInput(
                                "`date` is " + request.date() + ", and a change of " + last + " is on record.",
                                "Record changes in the order in which they happened.");
                    }
                });
    }

    private static Uni<?> replace(Request request, HasStatus known, long release) {
        Historical changed = known.changed(request.status(), opening(request, known.status()), release);
        known.close(release);
        return Panache.getSession().chain(Mutiny.Session::flush).chain(() -> Edits.keep(changed));
    }

    /** The day on which it opened by this change; null if it opened by none. What is in service already did so at another time. */
    private static @Nullable LocalDate opening(Request request, Status before) {
        return request.status().isInService() && !before.isInService() ? request.date() : null;
    }
}
