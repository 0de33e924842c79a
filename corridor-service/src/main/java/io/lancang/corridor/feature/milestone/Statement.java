package io.lancang.corridor.feature.milestone;

import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.rule.Fault;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a milestone states, of whatever source.
 *
 * @param subject id of the corridor or segment
 * @param planned whether it was announced rather than reported
 * @param earliest the first date that it can be of; empty if none is given
 * @param latest the last date that it can be of; empty if none is given
 * @param statedOn when it was stated; empty if that is not known
 */
public record Statement(
        WorkKind kind,
        String subject,
        MilestoneEvent event,
        boolean planned,
        Optional<PartialDate> earliest,
        Optional<PartialDate> latest,
        Optional<PartialDate> statedOn) {
    /** A work has one statement of a day about an event with these dates, so these are its id. */
    public String id() {
        return String.join(
                ":",
                kind.name().toLowerCase(Locale.ROOT),
                subject,
                event.name().toLowerCase(Locale.ROOT),
                Boolean.toString(planned),
                text(earliest) + "/" + text(latest),
                text(statedOn));
    }

    /** The first day that it can be of; empty if none is given. */
    public Optional<LocalDate> firstDay() {
        return earliest.map(PartialDate::earliest);
    }

    /** The last day that it can be of; empty if none is given. */
    public Optional<LocalDate> lastDay() {
        return latest.map(PartialDate::latest);
    }

    /** What is wrong about its last date; empty if nothing is. */
    public Optional<Fault> faultOfLatest() {
        return firstDay().isPresent()
                        && lastDay().isPresent()
                        && firstDay().get().isAfter(lastDay().get())
                ? Optional.of(new Fault(
                        "'" + text(latest) + "' is before '" + text(earliest) + "'", "Give the earlier date first."))
                : Optional.empty();
    }

    private static String text(Optional<PartialDate> date) {
        return date.map(PartialDate::text).orElse("");
    }
}
