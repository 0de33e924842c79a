package io.lancang.corridor.corridor;

import io.lancang.corridor.fact.PartialDate;
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

        @Description("Segments that were in service: those in service today that had certainly opened.") @NonNull
        List<@NonNull Segment> open,

        @Description("Segments that were not: those that are not in service today, and those that certainly opened"
                + " later.")
        @NonNull
        List<@NonNull Segment> notOpen,

        @Description("Segments in service today of which it is not known whether they had opened: no date is on record,"
                + " or only a month or year that the day lies in.")
        @NonNull
        List<@NonNull Segment> unknown,

        @Description("Sum of the known lengths of those open segments that may be added, in kilometres; null if none is"
                + " known.")
        @Nullable
        Double openKm) {
    static CorridorOnDay of(LocalDate day, List<Segment> segments) {
        List<Segment> open = new ArrayList<>();
        List<Segment> notOpen = new ArrayList<>();
        List<Segment> unknown = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.status().on(day, segment.opened()) != null
                    && segment.status().isInService()) {
                open.add(segment);
            } else if (segment.status().isInService() && !opensAfter(day, segment.opened())) {
                unknown.add(segment);
            } else {
                notOpen.add(segment);
            }
        }
        List<Double> lengths = new ArrayList<>();
        for (Segment segment : open) {
            if (segment.countsInLength() && segment.lengthKm() != null) {
                lengths.add(segment.lengthKm());
            }
        }
        Double openKm = lengths.isEmpty()
                ? null
                : lengths.stream().mapToDouble(Double::doubleValue).sum();
        return new CorridorOnDay(day, open, notOpen, unknown, openKm);
    }

    private static boolean opensAfter(LocalDate day, @Nullable PartialDate opened) {
        return opened != null && opened.earliest().isAfter(day);
    }
}
