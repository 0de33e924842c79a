package io.lancang.corridor.edit;

import io.lancang.corridor.citation.Cited;
import io.lancang.corridor.fact.PartialDate;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Adds segments. */
@Singleton
class SegmentEdits {
    private static final String ADD = """
            insert into segment_fact (id, corridor, position, from_location, to_location, mode, name, length_km,
                                      counts_in_length, spec, capacity, status, status_note, opened, cost, note,
                                      release_id)
            select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, true, $8, $9, $10, $11, $12, $13, $14, $15
            from current_segment where corridor = $2
            """;

    private final Edits edits;

    SegmentEdits(Edits edits) {
        this.edits = edits;
    }

    /** Adds a segment and returns its id; fails with NOT_FOUND or BAD_USER_INPUT if a rule is broken. */
    Uni<String> add(NewSegment segment) {
        check(segment);
        JsonObject content = new JsonObject()
                .put("corridor", segment.corridor())
                .put("from", segment.from())
                .put("to", segment.to())
                .put("mode", segment.mode().name())
                .put("name", segment.name())
                .put("status", segment.status().name())
                .put("opened", segment.opened());
        Edits.Change change =
                new Edits.Change("addSegment", "segments", Cited.SEGMENT, segment.id(), content, segment.source());
        return edits.make(
                change,
                (connection, release) -> Ids.require(connection, "current_corridor", "corridor", segment.corridor())
                        .chain(() -> Ids.require(connection, "current_location", "location", segment.from()))
                        .chain(() -> Ids.require(connection, "current_location", "location", segment.to()))
                        .chain(() -> Ids.claim(connection, "segment", segment.id()))
                        .chain(() -> connection.preparedQuery(ADD).execute(row(segment, release)))
                        .replaceWith(segment.id()));
    }

    private static void check(NewSegment segment) {
        Ids.check(segment.id());
        Ids.requireText("name", segment.name());
        if (segment.from().equals(segment.to())) {
            throw ServiceException.badInput(
                    "`from` and `to` are the same location '" + segment.from() + "'.", "Name two locations.");
        }
        BigDecimal length = number(segment.lengthKm());
        if (length != null && length.signum() <= 0) {
            throw ServiceException.badInput(
                    "`lengthKm` is " + length + "; it must be above 0.", "Leave it out if it is not known.");
        }
        String opened = segment.opened();
        if (opened != null) {
            PartialDate date = PartialDate.parse(opened)
                    .orElseThrow(() -> ServiceException.badInput(
                            "`opened` is '" + opened + "', which is no date.",
                            "Write YYYY, YYYY-MM or YYYY-MM-DD, with (target) behind it if it was announced."));
            if (!date.target() && !segment.status().isInService()) {
                throw ServiceException.badInput(
                        "`opened` is '" + opened + "', but the status is " + segment.status() + ".",
                        "Write (target) behind a date that was announced.");
            }
        }
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
                .addString(segment.status().words())
                .addString(segment.opened())
                .addString(segment.cost())
                .addString(segment.note())
                .addLong(release);
    }

    private static @Nullable BigDecimal number(@Nullable Double km) {
        return km == null ? null : BigDecimal.valueOf(km);
    }
}
