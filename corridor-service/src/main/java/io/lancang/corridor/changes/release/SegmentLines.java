package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.finding.FindingSql;
import io.lancang.corridor.ground.line.Line;
import io.lancang.corridor.ground.line.LineColumns;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowCheck;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file of segments that draws them. A row without a line takes away the one that its segment had; so does a line of
 * two points, which is what is drawn between the ends without one.
 */
final class SegmentLines {
    /** A file may lack it, and then says nothing about lines. */
    static final String COLUMN = "line_wkt";

    private static final int STRAIGHT = 2;

    /** The lines of the file, those of two points among them: these are no longer than the great circle, which is compared elsewhere. */
    private static final String DRAWN =
            "(select segment, longitudes, latitudes, case when part is not null then km end as km from "
                    + RowCheck.STAGED + " where km is not null)";

    private SegmentLines() {}

    /** @param id the column of the file that names the segment */
    static Dataset.Part of(String id) {
        Target lines = new Target.Facts(
                "segment_line", LineColumns.KEY, LineColumns.VALUES, "true", List.of(LineColumns.KEY.getFirst()));
        return new Dataset.Part(lines, List.of(), (row, rows) -> read(id, row, rows))
                .filledBy(Map.of(LineColumns.KEY.getFirst(), id, "longitudes", COLUMN))
                .doubtedBy(RowDoubts.of(FindingSql.ofLines(DRAWN), LineColumns.KEY.getFirst()));
    }

    private static void read(String id, FileRow row, RowReader.Rows rows) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(row.text(id));
        String text = row.optionalOfAnyLength(COLUMN).orElse(null);
        Line line = text == null ? null : line(row, text);
        boolean isKept = line != null && line.points().size() > STRAIGHT;
        values.add(isKept ? LineColumns.WHOLE : null);
        // What is not kept is looked at nevertheless: two points elsewhere are a slip.
        values.addAll(line == null ? LineColumns.NO_LINE : LineColumns.values(line));
        rows.add(values);
    }

    /** Null for a text that is no line, which is noted as a fault of the row. */
    private static @Nullable Line line(FileRow row, String text) {
        return switch (LineText.read(text)) {
            case LineText.Reading.Read(Line line) -> line;
            case LineText.Reading.Refused(var fault) -> {
                row.refuse(COLUMN, fault.reason());
                yield null;
            }
        };
    }
}
