package io.lancang.corridor.ground.fact;

import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("How far a corridor or a segment has come. `statusNote` has the words of the source.")
public enum Status {
    @Description("In service over the whole length.")
    OPERATIONAL,
    @Description("In service on a part of the length, or for a part of the traffic only.")
    PARTLY_OPERATIONAL,
    @Description("In service in a small way: trial runs, or built and hardly used.")
    LIMITED,
    @Description("Being built, at least in part, or built and not yet in service.")
    UNDER_CONSTRUCTION,
    @Description("Approved, construction has not begun.")
    APPROVED,
    @Description("Planned by those who would build it.")
    PLANNED,
    @Description("Proposed; nobody has committed to it.")
    PROPOSED,
    @Description("A feasibility study is under way or done.")
    STUDIED,
    @Description("Was in service, and is closed to traffic.")
    CLOSED,
    @Description("A gap in the network: nothing is there and nothing is being prepared.")
    MISSING,
    @Description("A policy framework rather than a work; its parts have statuses of their own.")
    FRAMEWORK;

    /** The status in plain words, such as {@code under construction}: its note where no source has words of its own. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether something runs on it, if only in part. */
    public boolean isInService() {
        return switch (this) {
            case OPERATIONAL, PARTLY_OPERATIONAL, LIMITED -> true;
            case UNDER_CONSTRUCTION, APPROVED, PLANNED, PROPOSED, STUDIED, CLOSED, MISSING, FRAMEWORK -> false;
        };
    }

    /**
     * The status on {@code day} of what had this status then, by the changes on record. It was in service on a day that is
     * certainly not before its opening; before that, or where the opening is not known, nothing is known of that day.
     *
     * @param opened when it opened, if that is known
     * @return the status, or null if it is not known or was another one then
     */
    public @Nullable Status on(LocalDate day, @Nullable PartialDate opened) {
        if (!isInService()) {
            return this;
        }
        return opened != null && !opened.target() && !opened.latest().isAfter(day) ? this : null;
    }
}
