package io.lancang.corridor.corridor;

import io.lancang.corridor.fact.PartialDate;
import io.lancang.corridor.fact.Status;
import io.lancang.kit.cost.ListSize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A corridor as it stood on a day. */
@Description("A corridor as it stood on a day, as far as opening dates are known.")
public record CorridorOnDay(
        @Description("The day.") @NonNull LocalDate date,

        @Description("Segments that were in service, by the changes of status on record, and had certainly opened.")
        @NonNull
        @ListSize(assumedSize = 10)
        List<@NonNull Segment> open,

        @Description("Segments that were not: those that were not in service, by the changes of status on record, and"
                + " those that certainly opened later.")
        @NonNull
        @ListSize(assumedSize = 10)
        List<@NonNull Segment> notOpen,

        @Description(
                "Segments that were in service as far as changes of status tell, and of which it is not known whether"
                        + " they had opened: no date is on record, or only a month or year that the day lies in.")
        @NonNull
        @ListSize(assumedSize = 10)
        List<@NonNull Segment> unknown,

        @Description(
                "Kilometres of the open segments as far as they are measured, as parts of a whole or by themselves; null if"
                        + " none is. `coverage` says of how many.")
        @Nullable
        Double openKm,

        @Description("How many of the open segments `openKm` covers.") @NonNull
        Length.LengthCoverage coverage) {
    static CorridorOnDay of(LocalDate day, List<Segment> segments) {
        List<Segment> open = new ArrayList<>();
        List<Segment> notOpen = new ArrayList<>();
        List<Segment> unknown = new ArrayList<>();
        for (Segment segment : segments) {
            Status then = segment.former().on(day, segment.status());
            if (!then.isInService() || opensAfter(day, segment.opened())) {
                notOpen.add(segment);
            } else if (then.on(day, segment.opened()) == null) {
                unknown.add(segment);
            } else {
                open.add(segment);
            }
        }
        MeasuredLength length = MeasuredLength.of(open, segments);
        return new CorridorOnDay(day, open, notOpen, unknown, length.km(), length.coverage());
    }

    private static boolean opensAfter(LocalDate day, @Nullable PartialDate opened) {
        return opened != null && opened.earliest().isAfter(day);
    }
}
