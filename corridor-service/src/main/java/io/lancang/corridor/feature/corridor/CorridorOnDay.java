package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.kit.cost.ListSize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A corridor as it stood on a day, as far as opening dates are known.")
public record CorridorOnDay(
        @Description("The day.") @NonNull LocalDate date,

        @Description(
                "Segments that were in service, by the changes of status on record, and had certainly opened; on a day to come"
                        + " those that are in service today, and those of `announced`.")
        @NonNull
        @ListSize(assumedSize = 10)
        List<@NonNull Segment> open,

        @Description(
                "Those of `open` that are in service on a day to come only as was announced last: by a milestone, or by their own"
                        + " `opened`.")
        @NonNull
        @ListSize(assumedSize = 2)
        List<@NonNull Segment> announced,

        @Description("Segments that were not: those that were not in service, by the changes of status on record, and"
                + " those that certainly opened later.")
        @NonNull
        @ListSize(assumedSize = 10)
        List<@NonNull Segment> notOpen,

        @Description(
                "Segments that were in service as far as changes of status show, and of which it is not known whether"
                        + " they had opened: no date is on record, or only a month or year that the day lies in. On a day to come those that are planned"
                        + " or built without a date by which they are to have opened.")
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
    /**
     * The corridor on a day.
     *
     * @param today what is in service today is so on a day to come
     * @param announced when segments are to open, by segment; asked of days to come alone
     */
    static CorridorOnDay of(
            LocalDate day, LocalDate today, List<Segment> segments, Map<String, StatusOnDay.Announced> announced) {
        List<Segment> open = new ArrayList<>();
        List<Segment> notOpen = new ArrayList<>();
        List<Segment> unknown = new ArrayList<>();
        List<Segment> expected = new ArrayList<>();
        for (Segment segment : segments) {
            Status then = segment.former().on(day, segment.status());
            StatusOnDay state = day.isAfter(today)
                    ? StatusOnDay.on(day, today, then, segment.opened(), announced.get(segment.id()))
                    : reported(day, then, segment.opened());
            Status status = state.status();
            switch (state.certainty()) {
                case ANNOUNCED -> {
                    open.add(segment);
                    expected.add(segment);
                }
                case UNKNOWN -> unknown.add(segment);
                case KNOWN -> (status != null && status.isInService() ? open : notOpen).add(segment);
            }
        }
        MeasuredLength length = MeasuredLength.of(open, segments);
        return new CorridorOnDay(day, open, expected, notOpen, unknown, length.km(), length.coverage());
    }

    /** What facts tell of a day that has come: without a date of opening it is not known, of today neither. */
    private static StatusOnDay reported(LocalDate day, Status then, @Nullable PartialDate opened) {
        if (!then.isInService() || (opened != null && opened.earliest().isAfter(day))) {
            return StatusOnDay.now(null);
        }
        Status status = then.on(day, opened);
        return status == null ? new StatusOnDay(null, StatusOnDay.Certainty.UNKNOWN) : StatusOnDay.now(status);
    }
}
