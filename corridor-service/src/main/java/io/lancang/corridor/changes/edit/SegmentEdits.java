package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.rule.Days;
import io.lancang.corridor.ground.rule.Fault;
import io.lancang.corridor.ground.rule.IdForm;
import io.lancang.corridor.ground.rule.Kilometres;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds segments. */
@Singleton
class SegmentEdits {
    private static final String ANNOUNCED = "Write (target) behind a date that was announced.";
    private static final String ADD = """
            insert into segment_fact (id, corridor, position, from_location, to_location, mode, name, length_km,
                                      counts_in_length, spec, capacity, status, status_note, opened, cost, note,
                                      release_id, whole_of, counted_in)
            select $1, $2, coalesce(max(position) filter (where id = $18) - 1, max(position) + 1, 1), $3, $4, $5, $6, $7, cardinality($16::text[]) = 0, $8, $9, $10, $11, $12, $13,
                   $14, $15, $16::text[], $17
            from current_segment where corridor = $2
            """;

    /** What stands in the place, and what follows without a gap, moves by one. All is closed first: no two may have one place. */
    private static final String MAKE_ROOM = """
            with place as (select corridor, position from current_segment where id = $1),
            later as (
              select s.id, p.position, s.position - row_number() over (order by s.position) as gaps
              from place p join current_segment s on s.corridor = p.corridor and s.position >= p.position)
            update segment_fact f set superseded_by = $2 from later l
            where f.id = l.id and f.superseded_by is null and l.gaps = l.position - 1
            """;

    private static final String MOVE = SegmentColumns.givenAgain(Map.of("position", "position + 1"), "$1")
            + "from segment_fact where superseded_by = $1";

    private static final String OTHERS = """
            select '`wholeOf`: there is no segment ''' || p.id || ''' of the corridor.' as fault
            from unnest($1::text[]) p (id)
            where not exists (select from current_segment s where s.id = p.id and s.corridor = $2)
            union all
            select '`countedIn`: there is no segment ''' || $3::text || ''' of another corridor.'
            where $3::text is not null
              and not exists (select from current_segment s where s.id = $3 and s.corridor <> $2)
            union all
            select '`before`: there is no segment ''' || $4::text || ''' of the corridor.'
            where $4::text is not null
              and not exists (select from current_segment s where s.id = $4 and s.corridor = $2)
            limit 1
            """;

    private final Edits edits;
    private final Days days;

    SegmentEdits(Edits edits, Days days) {
        this.edits = edits;
        this.days = days;
    }

    /** Adds a segment and returns its id; fails with NOT_FOUND or BAD_USER_INPUT if a rule is broken. */
    Uni<String> add(NewSegment segment) {
        check(segment);
        Edits.Change change = Edits.Change.of(
                "addSegment", "segments", Cited.SEGMENT, segment.id(), content(segment), segment.source());
        return edits.make(
                change,
                (connection, release) -> NamedThing.CORRIDOR
                        .require(connection, segment.corridor())
                        .chain(() -> NamedThing.LOCATION.require(connection, segment.from()))
                        .chain(() -> NamedThing.LOCATION.require(connection, segment.to()))
                        .chain(() -> requireOthers(connection, segment))
                        .chain(() -> Ids.claim(connection, "segment", segment.id()))
                        .chain(() -> makeRoom(connection, segment, release))
                        .chain(() -> connection.preparedQuery(ADD).execute(row(segment, release)))
                        .chain(() -> DoubtEdits.add(connection, Cited.SEGMENT, segment.id(), segment.doubts(), release))
                        .replaceWith(segment.id()));
    }

    private static Uni<?> makeRoom(SqlConnection connection, NewSegment segment, long release) {
        return segment.before() == null
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(MAKE_ROOM)
                        .execute(Tuple.of(segment.before(), release))
                        .chain(() -> connection.preparedQuery(MOVE).execute(Tuple.of(release)));
    }

    private static List<String> wholeOf(NewSegment segment) {
        List<String> parts = segment.wholeOf();
        return parts == null ? List.of() : parts;
    }

    /** Its parts and what follows it are of its corridor, and what counts it is of another one. */
    private static Uni<?> requireOthers(SqlConnection connection, NewSegment segment) {
        return connection
                .preparedQuery(OTHERS)
                .execute(Tuple.of(
                        wholeOf(segment).toArray(String[]::new),
                        segment.corridor(),
                        segment.countedIn(),
                        segment.before()))
                .invoke(rows -> rows.forEach(row -> {
                    throw ServiceException.badInput(
                            row.getString("fault"),
                            "`corridor(id) { segments { id } }` lists those of a corridor; leave it out if there is none.");
                }));
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
                .put("wholeOf", wholeOf(segment).isEmpty() ? null : new JsonArray(wholeOf(segment)))
                .put("countedIn", segment.countedIn())
                .put("doubts", NewDoubt.content(segment.doubts()));
    }

    private void check(NewSegment segment) {
        Arguments.refuse("id", IdForm.faultOf(segment.id()));
        Arguments.requireText("name", segment.name());
        Choice.refuseEmpty("wholeOf", segment.wholeOf());
        NewDoubt.check(segment.doubts());
        wholeOf(segment).forEach(id -> Arguments.checkText("wholeOf", id));
        Arguments.checkText("countedIn", segment.countedIn());
        Arguments.checkText("before", segment.before());
        if (segment.from().equals(segment.to())) {
            throw ServiceException.badInput(
                    "`from` and `to` are the same location '" + segment.from() + "'.", "Name two locations.");
        }
        Arguments.refuse(
                "lengthKm", Optional.ofNullable(number(segment.lengthKm())).flatMap(Kilometres::faultOf));
        String opened = segment.opened();
        if (opened != null) {
            checkOpened(opened, segment.status());
        }
    }

    private void checkOpened(String opened, Status status) {
        PartialDate date = PartialDate.parse(opened)
                .orElseThrow(() -> ServiceException.badInput(
                        "`opened` is '" + opened + "', which is no date.",
                        "Write YYYY, YYYY-MM or YYYY-MM-DD, with (target) behind it if it was announced."));
        if (date.target()) {
            return;
        }
        if (!status.isInService()) {
            throw ServiceException.badInput(
                    "`opened` is '" + opened + "', but the status is " + status + ".", ANNOUNCED);
        }
        Arguments.refuse(
                "opened", days.faultOfReported(date.earliest()).map(fault -> new Fault(fault.reason(), ANNOUNCED)));
    }

    private static Tuple row(NewSegment segment, long release) {
        return Tuple.tuple()
                .addString(segment.id())
                .addString(segment.corridor())
                .addString(segment.from())
                .addString(segment.to())
                .addString(segment.mode().name())
                .addString(segment.name())
                .addBigDecimal(number(segment.lengthKm()))
                .addString(segment.spec())
                .addString(segment.capacity())
                .addString(segment.status().name())
                .addString(segment.statusNote() == null ? segment.status().words() : segment.statusNote())
                .addString(segment.opened())
                .addString(segment.cost())
                .addString(segment.note())
                .addLong(release)
                .addArrayOfString(wholeOf(segment).toArray(String[]::new))
                .addString(segment.countedIn())
                .addString(segment.before());
    }

    private static @Nullable BigDecimal number(@Nullable Double km) {
        return km == null ? null : BigDecimal.valueOf(km);
    }
}
