package io.lancang.trade.flow;

import io.lancang.trade.period.Period;
import org.jspecify.annotations.Nullable;

/**
 * Whose trade is to be compared, as somebody asks for it.
 *
 * @param composition null for that of the series, or LIKE_FOR_LIKE if the series has each year's own members
 * @param membersOf the year whose members are compared; null for the later one
 */
public record ComparedMembers(
        @Nullable Composition composition, @Nullable Integer membersOf) {
    /** What is compared if nobody says otherwise. */
    public static final ComparedMembers DEFAULT = new ComparedMembers(null, null);

    /** The members of a bloc that count when {@code later} is compared with an earlier period. */
    CountedMembers countedIn(CountedMembers ofSeries, Period later) {
        Composition asked = composition;
        if (asked == null) {
            if (membersOf == null && ofSeries.composition() != Composition.AS_OF_YEAR) {
                return ofSeries;
            }
            asked = Composition.LIKE_FOR_LIKE;
        }
        return asked == Composition.LIKE_FOR_LIKE && membersOf == null
                ? CountedMembers.of(later.year())
                : new CountedMembers(asked, membersOf);
    }

    /** The subject that is compared instead of {@code subject} when {@code later} is compared with an earlier period. */
    public Subject of(Subject subject, Period later) {
        return subject instanceof Subject.OfBloc(String code, CountedMembers ofSeries)
                ? new Subject.OfBloc(code, countedIn(ofSeries, later))
                : subject;
    }

    /** Whether a partner without a figure of one period counts in the other. */
    public boolean countsEveryFigure() {
        return composition == Composition.AS_OF_YEAR;
    }
}
