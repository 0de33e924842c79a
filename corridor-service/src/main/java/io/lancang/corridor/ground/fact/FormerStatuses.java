package io.lancang.corridor.ground.fact;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What a segment was before the changes of its status that are on record, earliest first.
 *
 * @param until the day of each change
 * @param statuses the status before it
 */
public record FormerStatuses(List<LocalDate> until, List<Status> statuses) {
    /** The changes of each segment that has any, as a table of a statement. */
    public static final String OF_SEGMENTS = """
            (select h.segment, array_agg(h.changed_on order by h.changed_on) as changed_on,
                    array_agg(h.from_status order by h.changed_on) as from_statuses
             from current_segment_change h group by h.segment)""";

    private static final FormerStatuses NONE = new FormerStatuses(List.of(), List.of());

    /** Those of a row with the columns of {@link #OF_SEGMENTS}, which are null if there are none. */
    public static FormerStatuses of(Row row) {
        LocalDate[] days = row.getArrayOfLocalDates("changed_on");
        return days == null
                ? NONE
                : new FormerStatuses(
                        List.of(days),
                        Arrays.stream(row.getArrayOfStrings("from_statuses"))
                                .map(Status::valueOf)
                                .toList());
    }

    /** The status on a day of what has the status {@code now}. */
    public Status on(LocalDate day, Status now) {
        for (int change = 0; change < until.size(); change++) {
            if (until.get(change).isAfter(day)) {
                return statuses.get(change);
            }
        }
        return now;
    }
}
