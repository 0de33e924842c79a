package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.finding.FindingSql;
import io.lancang.corridor.ground.line.Line;
import io.lancang.corridor.ground.line.LineColumns;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
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

    private SegmentLines() {}

    /** @param id the column of the file that names the segment */
    static Dataset.Part of(String id) {
        Target lines = new Target.Facts(
                "segment_line", LineColumns.KEY, LineColumns.VALUES, "true", List.of(LineColumns.KEY.getFirst()));
        return new Dataset.Part(lines, List.of(), (row, rows) -> read(id, row, rows))
                .filledBy(Map.of(LineColumns.KEY.getFirst(), id, "longitudes", COLUMN))
                .doubtedBy(RowDoubts.of(FindingSql.OF_LINES, LineColumns.KEY.getFirst()));
    }

    private static void read(String id, FileRow row, RowReader.Rows rows) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(row.text(id));
        String text = row.optionalOfAnyLength(COLUMN).orElse(null);
        Line line = text == null ? null : line(row, text);
        if (line == null || line.points().size() == STRAIGHT) {
            values.add(null);
            LineColumns.VALUES.forEach(column -> values.add(null));
        } else {
            values.add(LineColumns.WHOLE);
            values.addAll(LineColumns.values(line));
        }
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
