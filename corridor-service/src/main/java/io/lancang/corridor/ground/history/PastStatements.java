package io.lancang.corridor.ground.history;

import io.lancang.kit.history.Vantage;
import java.util.regex.Pattern;

/**
 * Statements that see the past. Each view of the present, {@code current_x}, has a function {@code x_at(release)} with the same
 * rows as of a release, so that a statement is written once, for the present.
 */
public final class PastStatements {
    /** What the argument {@code asOf} means here. */
    public static final String AS_OF =
            "Answers from what had been loaded at this moment, with all that is found below: segments, locations, zones,"
                    + " throughput, changes of status, doubts and sources as they were then. The present if left out. Below a partner"
                    + " the present is found, unless its field is given a moment, too.";

    private static final Pattern VIEW = Pattern.compile("\\bcurrent_(\\w+)");

    private PastStatements() {}

    /**
     * The statement as seen from a vantage.
     *
     * @param present a statement that reads views of the present
     */
    public static String seen(String present, Vantage vantage) {
        Long release = vantage.release();
        return release == null ? present : VIEW.matcher(present).replaceAll("$1_at(" + release + ")");
    }
}
