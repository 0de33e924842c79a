package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.ground.fact.KeyDate;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Names;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Programme;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.history.Vantage;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a corridor, and how a row becomes one. */
final class CorridorRows {
    /** The columns that {@link #corridor} reads, of {@code current_corridor c}. */
    static final String COLUMNS = "c.id, c.name_en, c.name_zh, c.kind, c.modes, c.status, c.status_note, c.key_date,"
            + " c.key_date_event, c.length_km, c.measured_km, c.measured_segments, c.countable_segments, c.countries,"
            + " c.programmes, c.note";

    private CorridorRows() {}

    /** The corridor of a row with {@link #COLUMNS}, as it is seen from there. */
    static Corridor corridor(Row row, Vantage seen) {
        Optional<KeyDate> keyDate = KeyDate.of(row);
        Optional<PartialDate> opened = keyDate.flatMap(CorridorRows::opened);
        return new Corridor(
                row.getString("id"),
                new Names(row.getString("name_en"), row.getString("name_zh")),
                CorridorKind.valueOf(row.getString("kind")),
                Arrays.stream(row.getArrayOfStrings("modes"))
                        .map(Mode::valueOf)
                        .sorted()
                        .toList(),
                Status.valueOf(row.getString("status")),
                row.getString("status_note"),
                opened.flatMap(PartialDate::day).orElse(null),
                opened.flatMap(PartialDate::year).orElse(null),
                opened.orElse(null),
                keyDate.orElse(null),
                length(row),
                Arrays.stream(row.getArrayOfStrings("countries"))
                        .map(Partner::new)
                        .toList(),
                Arrays.stream(row.getArrayOfStrings("programmes"))
                        .map(Programme::valueOf)
                        .toList(),
                row.getString("note"),
                seen);
    }

    private static Optional<PartialDate> opened(KeyDate keyDate) {
        return switch (keyDate.event()) {
            case OPENED, FIRST_SECTION_OPENED -> Optional.of(keyDate.date());
            case OPENING_PLANNED -> Optional.of(keyDate.date().announced());
            case CONNECTED, CONSTRUCTION_STARTED, APPROVED, STUDY_STARTED, TENDER_AWARDED, ESTABLISHED ->
                Optional.empty();
        };
    }

    private static @Nullable Length length(Row row) {
        return Length.of(
                row.getDouble("length_km"),
                row.getDouble("measured_km"),
                new Length.LengthCoverage(row.getInteger("measured_segments"), row.getInteger("countable_segments")));
    }
}
