package io.lancang.corridor.ground.fact;

import org.eclipse.microprofile.graphql.Description;

@Description("How much of a date is known.")
public enum DatePrecision {
    @Description("The day is known.")
    DAY,
    @Description("The month is known, the day is not.")
    MONTH,
    @Description("Only the year is known.")
    YEAR
}
