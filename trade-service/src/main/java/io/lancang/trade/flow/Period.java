package io.lancang.trade.flow;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A span of time that a figure is about. */
@Description("A span of time that a figure is about.")
public record Period(
        @Description("How long it is.") @NonNull Frequency frequency,
        @Description("The calendar year that it lies in.") int year,
        @Description("Its first day.") @NonNull LocalDate start,
        @Description("Its last day.") @NonNull LocalDate end) {

    /** A calendar year. */
    public static Period ofYear(int year) {
        return new Period(Frequency.ANNUAL, year, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
