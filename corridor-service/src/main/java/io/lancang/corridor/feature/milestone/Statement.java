package io.lancang.corridor.feature.milestone;

import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.rule.Fault;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a milestone states, of whatever source.
 *
 * @param subject id of the corridor or segment
 * @param planned whether it was announced rather than reported
 * @param earliest the first date that it can be of; null if none is given
 * @param latest the last date that it can be of; null if none is given
 * @param statedOn when it was stated; null if that is not known
 */
public record Statement(
        WorkKind kind,
        String subject,
        MilestoneEvent event,
        boolean planned,
        @Nullable PartialDate earliest,
        @Nullable PartialDate latest,
        @Nullable PartialDate statedOn) {
    /** A work has one statement of a day about an event with these dates, so these are its id. */
    public String id() {
        return String.join(
                ":",
                kind.name().toLowerCase(Locale.ROOT),
                subject,
                event.name().toLowerCase(Locale.ROOT),
                Boolean.toString(planned),
                Objects.requireNonNullElse(text(earliest), "") + "/" + Objects.requireNonNullElse(text(latest), ""),
                Objects.requireNonNullElse(text(statedOn), ""));
    }

    /** The first day that it can be of; null if none is given. */
    public @Nullable LocalDate firstDay() {
        return earliest == null ? null : earliest.earliest();
    }

    /** The last day that it can be of; null if none is given. */
    public @Nullable LocalDate lastDay() {
        return latest == null ? null : latest.latest();
    }

    /** What is wrong about its last date; empty if nothing is. */
    public Optional<Fault> faultOfLatest() {
        LocalDate first = firstDay();
        LocalDate last = lastDay();
        return first != null && last != null && first.isAfter(last)
                ? Optional.of(new Fault(
                        "'" + text(latest) + "' is before '" + text(earliest) + "'", "Give the earlier date first."))
                : Optional.empty();
    }

    /** A date as it was given; null if there is none. */
    public static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.text();
    }
}
