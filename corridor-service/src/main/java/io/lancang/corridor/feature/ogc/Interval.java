package io.lancang.corridor.feature.ogc;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A span of days.
 *
 * @param first null if it has no beginning
 * @param last null if it has no end
 */
record Interval(@Nullable LocalDate first, @Nullable LocalDate last) {
    static final String PARAMETER = "datetime";
    private static final String OPEN = "..";

    /**
     * Reads a moment, or two with a slash between them, of which one may be open: {@code ..} or nothing. A moment is a date, or
     * one with a time and an offset (RFC 3339), of which the day in UTC counts.
     *
     * @throws ServiceException BAD_USER_INPUT if it is none
     */
    static Interval parse(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length > 2) {
            throw refused(text, "has " + ends.length + " moments");
        }
        if (ends.length == 1) {
            LocalDate day = day(text, text);
            return new Interval(day, day);
        }
        Interval interval = new Interval(end(text, ends[0]), end(text, ends[1]));
        if (interval.first == null && interval.last == null) {
            throw refused(text, "is open at both ends");
        }
        if (interval.first != null && interval.last != null && interval.first.isAfter(interval.last)) {
            throw refused(text, "ends before it begins");
        }
        return interval;
    }

    private static @Nullable LocalDate end(String text, String end) {
        return end.isEmpty() || end.equals(OPEN) ? null : day(text, end);
    }

    private static LocalDate day(String text, String moment) {
        try {
            return moment.length() == "YYYY-MM-DD".length()
                    ? LocalDate.parse(moment)
                    : OffsetDateTime.parse(moment)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate();
        } catch (DateTimeException noMoment) {
            throw refused(text, "has '" + Brief.value(moment) + "', which is no moment");
        }
    }

    private static ServiceException refused(String text, String why) {
        return ServiceException.badInput(
                "`" + PARAMETER + "` is '" + Brief.value(text) + "', which " + why + ".",
                "Write 2021-12-03 or 2021-12-03T00:00:00Z, or two of them with a slash between, `..` for one that is open.");
    }
}
