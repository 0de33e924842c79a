package io.lancang.corridor.ground.line;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the table {@code segment_line} keeps a line. */
public final class LineColumns {
    /** What tells one line from another: its segment and which part of it the line is. */
    public static final List<String> KEY = List.of("segment", "part");
    /** What a row has beside its key, in the order of {@link #values}. */
    public static final List<String> VALUES = List.of("longitudes", "latitudes", "tolerances", "km");
    /** The part of a line that is in one piece. */
    public static final String WHOLE = "1";

    /** The values of a row that has none. */
    public static final List<@Nullable String> NO_LINE = Collections.nCopies(VALUES.size(), null);

    private LineColumns() {}

    /** The values of a line in PostgreSQL's text form. */
    public static List<String> values(Line line) {
        return List.of(
                line.longitudes(),
                line.latitudes(),
                Simplification.tolerances(line),
                line.kilometres().toPlainString());
    }
}
