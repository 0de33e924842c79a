package io.lancang.trade.flow;

import io.lancang.kit.error.ServiceException;
import io.lancang.trade.period.Period;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which members of a bloc count in a period.
 *
 * @param year the year whose members count in every period; null unless the composition is LIKE_FOR_LIKE
 */
public record CountedMembers(
        Composition composition, @Nullable Integer year) {
    /** In each year those of 31 December. */
    public static final CountedMembers AS_OF_YEAR = new CountedMembers(Composition.AS_OF_YEAR, null);

    private static final int LAST_DAY = 31;

    public CountedMembers {
        if (composition == Composition.LIKE_FOR_LIKE && year == null) {
            throw ServiceException.badInput(
                    "`composition` is LIKE_FOR_LIKE, and no year says whose members count.",
                    "Send the year as `membersOf`.");
        }
        if (composition != Composition.LIKE_FOR_LIKE && year != null) {
            throw ServiceException.badInput(
                    "`membersOf` is " + year + ", and `composition` is " + composition + ", which has no such year.",
                    "Leave `membersOf` out, or send `composition: LIKE_FOR_LIKE`.");
        }
    }

    /** In every period the members of one year. */
    public static CountedMembers of(int year) {
        return new CountedMembers(Composition.LIKE_FOR_LIKE, year);
    }

    /** The day on which somebody must be a member to count in a period. */
    public LocalDate dayFor(Period period) {
        return switch (composition) {
            case AS_OF_YEAR -> lastDayOf(period.year());
            case CURRENT -> LocalDate.now(ZoneOffset.UTC);
            case LIKE_FOR_LIKE -> lastDayOf(Objects.requireNonNull(year));
        };
    }

    private static LocalDate lastDayOf(int year) {
        return LocalDate.of(year, Month.DECEMBER, LAST_DAY);
    }

    /** A text that tells these apart from others. */
    String key() {
        return year == null ? composition.name() : composition + ":" + year;
    }
}
