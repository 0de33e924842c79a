package io.lancang.corridor.ground.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The status of a segment on a day, and how that is known.
 *
 * @param status null if it is not known, or if it had not opened by then
 * @param certainty how it is known
 */
public record StatusOnDay(@Nullable Status status, Certainty certainty) {
    /** How the status of a day is known. */
    public enum Certainty {
        /** By facts on record. */
        KNOWN,
        /** It is to have opened by then, as was announced last. */
        ANNOUNCED,
        /** Whether it is in service then is not known. */
        UNKNOWN
    }

    /**
     * What the last statement says of an opening.
     *
     * @param first not before this day; null if it does not say so
     * @param last not after this day; null if it does not say so
     */
    public record Announced(
            @Nullable LocalDate first, @Nullable LocalDate last) {}

    /** What it is now. */
    public static StatusOnDay now(@Nullable Status status) {
        return new StatusOnDay(status, Certainty.KNOWN);
    }

    /**
     * What it was or is to be.
     *
     * @param day the day
     * @param today what is in service today is so tomorrow, too
     * @param then the status by the changes on record
     * @param opened when it opened, if that is known
     * @param announced when it is to open, if something says so
     */
    public static StatusOnDay on(
            LocalDate day, LocalDate today, Status then, @Nullable PartialDate opened, @Nullable Announced announced) {
        if (then.isInService()) {
            return day.isBefore(today) ? past(day, then, opened) : now(then);
        }
        return day.isAfter(today) ? ahead(day, then, announced) : now(then);
    }

    private static StatusOnDay past(LocalDate day, Status then, @Nullable PartialDate opened) {
        if (then.on(day, opened) != null) {
            return now(then);
        }
        boolean isLater = opened != null && opened.earliest().isAfter(day);
        return new StatusOnDay(null, isLater ? Certainty.KNOWN : Certainty.UNKNOWN);
    }

    private static StatusOnDay ahead(LocalDate day, Status then, @Nullable Announced announced) {
        if (announced != null) {
            LocalDate last = announced.last();
            LocalDate first = announced.first();
            if (last != null && !last.isAfter(day)) {
                return new StatusOnDay(Status.OPERATIONAL, Certainty.ANNOUNCED);
            }
            if (first != null && first.isAfter(day)) {
                return now(then);
            }
            return new StatusOnDay(then, Certainty.UNKNOWN);
        }
        return switch (then) {
            case UNDER_CONSTRUCTION, APPROVED, PLANNED -> new StatusOnDay(then, Certainty.UNKNOWN);
            case OPERATIONAL, PARTLY_OPERATIONAL, LIMITED, PROPOSED, STUDIED, CLOSED, MISSING, FRAMEWORK -> now(then);
        };
    }
}
