package io.lancang.corridor.changes.network;

import io.lancang.corridor.changes.edit.Arguments;
import io.lancang.corridor.changes.edit.Identity;
import io.lancang.corridor.changes.edit.NetworkEdits;
import io.lancang.corridor.changes.edit.NewDoubt;
import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.rule.Days;
import io.lancang.corridor.ground.rule.Ends;
import io.lancang.corridor.ground.rule.Fault;
import io.lancang.corridor.ground.rule.IdForm;
import io.lancang.corridor.ground.rule.Kilometres;
import io.lancang.corridor.ground.rule.Openings;
import io.lancang.corridor.ground.rule.SameLine;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds segments. */
@Singleton
class SegmentEdits {
    private static final String DATASET = "segments";
    /** What stands in the place, and what follows without a gap, moves by one. All is closed first: no two may have one place. */
    private static final String MAKE_ROOM = """
            with later as (
              select id, position, position - row_number() over (order by position) as gaps
              from segment_fact where corridor = ?1 and position >= ?2 and superseded_by is null)
            update segment_fact f set superseded_by = ?3 from later l
            where f.id = l.id and f.superseded_by is null and l.gaps = ?2 - 1
            """;
    /** All columns, those that are added later among them. Many rows at once, so no entities. */
    private static final String MOVE = """
            insert into segment_fact
            select (jsonb_populate_record(f, jsonb_build_object(
                     'position', f.position + 1, 'release_id', f.superseded_by, 'superseded_by', null))).*
            from segment_fact f where superseded_by = ?1
            """;

    private static final String LAST =
            "select max(position) from SegmentEntity where corridor = ?1 and supersededBy is null";

    private final NetworkEdits edits;
    private final Days days;

    SegmentEdits(NetworkEdits edits, Days days) {
        this.edits = edits;
        this.days = days;
    }

    /** Adds a segment and returns its id; fails with NOT_FOUND or BAD_USER_INPUT if a rule is broken. */
    Uni<String> add(NewSegment segment) {
        check(segment);
        NetworkEdits.Change change = new NetworkEdits.Change(
                "addSegment",
                DATASET,
                List.of(
                        new NetworkEdits.Reference(NamedThing.CORRIDOR, "corridors", segment.corridor()),
                        new NetworkEdits.Reference(NamedThing.LOCATION, "locations", segment.from()),
                        new NetworkEdits.Reference(NamedThing.LOCATION, "locations", segment.to())),
                segment.id(),
                content(segment),
                segment.source());
        return edits.make(change, release -> write(segment, release)).replaceWith(segment.id());
    }

    private static Uni<JsonObject> write(NewSegment segment, long release) {
        return requireOthers(segment)
                .chain(() -> Identity.claim("segment", segment.id(), new SegmentIdentity(segment.id())))
                .chain(() -> place(segment, release))
                .chain(place -> Edits.keep(new SegmentEntity(segment, place, release)))
                .chain(() -> NetworkEdits.doubt(Cited.SEGMENT, segment.id(), segment.doubts(), release))
                .chain(() -> NetworkEdits.cite(Cited.SEGMENT, segment.id(), segment.source(), release))
                .map(added -> new JsonObject());
    }

    /** Its place in the order of the corridor, which is free then. */
    private static Uni<Integer> place(NewSegment segment, long release) {
        String before = segment.before();
        if (before == null) {
            return Panache.getSession()
                    .chain(session -> session.createSelectionQuery(LAST, Integer.class)
                            .setParameter(1, segment.corridor())
                            .getSingleResultOrNull())
                    .map(last -> last == null ? 1 : last + 1);
        }
        return NetworkEdits.present(SegmentEntity.class, before)
                .map(SegmentEntity::position)
                .call(place -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(MAKE_ROOM)
                                .setParameter(1, segment.corridor())
                                .setParameter(2, place)
                                .setParameter(3, release)
                                .executeUpdate()
                                .chain(closed -> session.createNativeQuery(MOVE)
                                        .setParameter(1, release)
                                        .executeUpdate())));
    }

    /** What it names is on record; what counts it is of another corridor, and what follows it of the same. */
    private static Uni<Void> requireOthers(NewSegment segment) {
        return Edits.oneByOne(segment.parts(), part -> require("wholeOf", part, known -> Optional.empty()))
                .chain(() -> require(
                        "countedIn",
                        segment.countedIn(),
                        other -> SameLine.faultOf(
                                String.valueOf(segment.countedIn()), other.corridor(), segment.corridor())))
                .chain(() -> require("before", segment.before(), next -> faultOfNext(next, segment)));
    }

    private static Uni<Void> require(
            String argument, @Nullable String id, Function<SegmentEntity, Optional<Fault>> rule) {
        return id == null
                ? Uni.createFrom().voidItem()
                : NetworkEdits.find(SegmentEntity.class, id)
                        .invoke(other -> Arguments.refuse(
                                argument, other == null ? Optional.of(unknown(id)) : rule.apply(other)))
                        .replaceWithVoid();
    }

    private static Fault unknown(String id) {
        return new Fault(
                "'" + Brief.value(id) + "' is no known segment",
                "`corridor(id) { segments { id } }` lists those of a corridor; leave it out if there is none.");
    }

    private static Optional<Fault> faultOfNext(SegmentEntity next, NewSegment segment) {
        return next.corridor().equals(segment.corridor())
                ? Optional.empty()
                : Optional.of(new Fault(
                        "'" + segment.before() + "' is of the corridor '" + next.corridor() + "'",
                        "Name a segment of '" + segment.corridor() + "', or leave it out to add behind the last one."));
    }

    private static JsonObject content(NewSegment segment) {
        return new JsonObject()
                .put("corridor", segment.corridor())
                .put("from", segment.from())
                .put("to", segment.to())
                .put("before", segment.before())
                .put("mode", segment.mode().name())
                .put("name", segment.name())
                .put("lengthKm", segment.lengthKm())
                .put("spec", segment.spec())
                .put("capacity", segment.capacity())
                .put("status", segment.status().name())
                .put("opened", segment.opened())
                .put("cost", segment.cost())
                .put("note", segment.note())
                .put("statusNote", segment.statusNote())
                .put("wholeOf", segment.parts().isEmpty() ? null : new JsonArray(segment.parts()))
                .put("countedIn", segment.countedIn())
                .put("doubts", NewDoubt.content(segment.doubts()));
    }

    private void check(NewSegment segment) {
        Arguments.refuse("id", IdForm.faultOf(segment.id()));
        Arguments.requireText("name", segment.name());
        Choice.refuseEmpty("wholeOf", segment.wholeOf());
        NewDoubt.check(segment.doubts());
        segment.parts().forEach(id -> Arguments.checkText("wholeOf", id));
        Arguments.checkText("countedIn", segment.countedIn());
        Arguments.checkText("before", segment.before());
        Arguments.refuse("to", Ends.faultOfLast(segment.from(), segment.to()));
        Arguments.refuse("lengthKm", Optional.ofNullable(segment.km()).flatMap(Kilometres::faultOf));
        String opened = segment.opened();
        if (opened != null) {
            checkOpened(opened);
        }
    }

    private void checkOpened(String opened) {
        PartialDate date = PartialDate.parse(opened)
                .orElseThrow(() -> ServiceException.badInput(
                        "`opened` is '" + opened + "', which is no date.",
                        "Write YYYY, YYYY-MM or YYYY-MM-DD, with (target) behind it if it was announced."));
        Arguments.refuse("opened", Openings.faultOf(date, days));
    }
}
