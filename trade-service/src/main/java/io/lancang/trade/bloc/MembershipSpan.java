package io.lancang.trade.bloc;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when to when there are memberships.
 *
 * @param first the first day of the first
 * @param last the last day of the last; null if one has no end
 * @param ofDay how many there are on the day that is asked for
 */
record MembershipSpan(LocalDate first, @Nullable LocalDate last, long ofDay) {
    /** Why there are none on the day; empty if there are some. */
    static Optional<Gap> gapOf(@Nullable MembershipSpan span, String what) {
        if (span == null) {
            return Optional.of(Gap.of(GapReason.NOT_COVERED, "Nothing is found: there are no " + what + " on record."));
        }
        return span.ofDay() > 0
                ? Optional.empty()
                : Optional.of(Gap.of(
                        GapReason.NO_MATCH,
                        "Nothing is found: there are " + what + " from " + span.first() + " on"
                                + (span.last() == null ? "" : ", the last of them until " + span.last())
                                + ", and none on this day."));
    }
}
