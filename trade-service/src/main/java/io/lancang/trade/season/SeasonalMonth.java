package io.lancang.trade.season;

import org.eclipse.microprofile.graphql.Description;

@Description("How much of a mean month's trade a month has.")
public record SeasonalMonth(
        @Description("The month, 1 to 12.") int month,

        @Description(
                "100 * the mean over the years of (total of the month / mean total of a month of that year): 100 is as much"
                        + " as in a mean month.")
        double index) {}
