package io.lancang.trade.period;

import io.lancang.kit.cost.Cost;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A span of time that a figure is about.
 *
 * @param key the day by which the database names it: its first, or for a sum from January on the first of its last month
 */
@Description("A span of time that a figure is about.")
@Cost(weight = 0)
public record Period(
        @Description("How long it is.") @NonNull Frequency frequency,
        @Description("The calendar year that it lies in.") int year,

        @Description("The month of the year, 1 to 12, or the last of a sum from January on; null for a whole year.")
        @Nullable
        Integer month,

        @Description("Its first day.") @NonNull LocalDate start,
        @Description("Its last day.") @NonNull LocalDate end,
        @Ignore LocalDate key)
        implements Comparable<Period> {

    /** A calendar year. */
    public static Period ofYear(int year) {
        return of(Frequency.ANNUAL, LocalDate.of(year, 1, 1));
    }

    /** The period that the database names by {@code key}. */
    public static Period of(Frequency frequency, LocalDate key) {
        LocalDate end = key.plusMonths(frequency.months()).minusDays(1);
        int year = key.getYear();
        return switch (frequency) {
            case ANNUAL -> new Period(frequency, year, null, key, end, key);
            case MONTHLY -> new Period(frequency, year, key.getMonthValue(), key, end, key);
            case CUMULATIVE -> new Period(frequency, year, key.getMonthValue(), key.withDayOfYear(1), end, key);
        };
    }

    /** The period of the same length before this one. */
    public Period previous() {
        return of(frequency, key.minusMonths(frequency.months()));
    }

    /** The same period a year earlier: for a year the one before it. */
    public Period yearEarlier() {
        return of(frequency, key.minusYears(1));
    }

    /** How a sentence names it: 2024, 2024-03, or 2024-01 to 2024-03. */
    public String label() {
        return switch (frequency) {
            case ANNUAL -> String.valueOf(year);
            case MONTHLY -> month(key.getMonthValue());
            case CUMULATIVE -> month(1) + " to " + month(key.getMonthValue());
        };
    }

    /** Put together by hand, since files have it in each of their rows. */
    private String month(int number) {
        return year + (number < 10 ? "-0" : "-") + number;
    }

    @Override
    public int compareTo(Period other) {
        return key.compareTo(other.key);
    }
}
