package io.lancang.corridor.changes.edit;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of a segment's facts, for statements that give a segment again with something changed. */
final class SegmentColumns {
    private static final String ALL = "id, corridor, position, from_location, to_location, mode, name, length_km,"
            + " great_circle_km, counts_in_length, spec, capacity, status, status_note, opened, cost, note, whole_of, counted_in";

    private SegmentColumns() {}

    /**
     * The beginning of a statement that gives segments again; what follows says which rows, {@code from …}.
     *
     * @param changed SQL of what takes the place of a column
     * @param release SQL of the release that gives them
     */
    static String givenAgain(Map<String, String> changed, String release) {
        String values = Arrays.stream(ALL.split(", ", -1))
                .map(column -> changed.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        return "insert into segment_fact (" + ALL + ", release_id) select " + values + ", " + release + " ";
    }
}
