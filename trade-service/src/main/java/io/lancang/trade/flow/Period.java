package io.lancang.trade.flow;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A span of time that a figure is about. */
@Description("A span of time that a figure is about.")
public record Period(
        @Description("How long it is.") @NonNull Frequency frequency,
        @Description("The calendar year that it lies in.") int year,

        @Description("The month of the year, 1 to 12; null for a whole year.") @Nullable
        Integer month,

        @Description("Its first day.") @NonNull LocalDate start,
        @Description("Its last day.") @NonNull LocalDate end)
        implements Comparable<Period> {

    /** A calendar year. */
    public static Period ofYear(int year) {
        return of(Frequency.ANNUAL, LocalDate.of(year, 1, 1));
    }

    /** The period of this length that begins on {@code start}. */
    public static Period of(Frequency frequency, LocalDate start) {
        Integer month = switch (frequency) {
            case ANNUAL -> null;
            case MONTHLY -> start.getMonthValue();
        };
        LocalDate end = start.plusMonths(frequency.months()).minusDays(1);
        return new Period(frequency, start.getYear(), month, start, end);
    }

    /** The period of the same length before this one. */
    public Period previous() {
        return of(frequency, start.minusMonths(frequency.months()));
    }

    /** The same period a year earlier: for a year the one before it. */
    public Period yearEarlier() {
        return of(frequency, start.minusYears(1));
    }

    /** How a sentence names it: 2024 or 2024-03. */
    public String label() {
        return month == null ? String.valueOf(year) : "%d-%02d".formatted(year, month);
    }

    @Override
    public int compareTo(Period other) {
        return start.compareTo(other.start);
    }
}
