package io.lancang.trade.sdmx.data;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time as SDMX writes it: {@code 2019}, {@code 2019-03}, {@code 2019-A1}, {@code 2019-S2}, {@code 2019-Q4}, {@code 2019-M03}.
 *
 * @param start its first day
 * @param end its last day
 */
public record TimeSpan(LocalDate start, LocalDate end) {
    private static final Pattern FORM =
            Pattern.compile("([1-9][0-9]{3})(?:-(?:A1|(0[1-9]|1[0-2])|M(0[1-9]|1[0-2])|Q([1-4])|S([12])))?");
    private static final int MONTHS = 12;
    private static final int OF_A_QUARTER = 3;
    private static final int OF_A_HALF = 6;

    /** The span that a text names; empty if it names none. */
    public static Optional<TimeSpan> of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        LocalDate year = LocalDate.of(Integer.parseInt(parts.group(1)), 1, 1);
        if (parts.group(2) != null) {
            return Optional.of(part(year, parts.group(2), 1));
        }
        if (parts.group(3) != null) {
            return Optional.of(part(year, parts.group(3), 1));
        }
        if (parts.group(4) != null) {
            return Optional.of(part(year, parts.group(4), OF_A_QUARTER));
        }
        return Optional.of(parts.group(5) != null ? part(year, parts.group(5), OF_A_HALF) : part(year, "1", MONTHS));
    }

    private static TimeSpan part(LocalDate year, String number, int months) {
        LocalDate start = year.plusMonths((long) (Integer.parseInt(number) - 1) * months);
        return new TimeSpan(start, start.plusMonths(months).minusDays(1));
    }

    boolean isYear() {
        return start.plusYears(1).equals(end.plusDays(1));
    }
}
