package io.lancang.trade.summary;

import org.eclipse.microprofile.graphql.Description;

@Description("What is computed for each group, over the figures that the filter finds.")
public enum Measure {
    @Description("The sum of the figures.")
    SUM,
    @Description("How many figures there are. What is not reported is no figure, and no zero.")
    COUNT,
    @Description("The sum divided by the count.")
    AVERAGE,
    @Description("The smallest figure.")
    MIN,
    @Description("The largest figure.")
    MAX,
    @Description(
            "The sum in percent of the sum over everything that the filter finds in the same period (if grouped by it),"
                    + " currency, valuation and dataset.")
    SHARE,
    @Description(
            "The change of the sum on the previous period, in percent: (sum - previous) / previous * 100. Needs PERIOD"
                    + " in `groupBy`; over whom is said by `basis`, and `growthComposition` asks for others.")
    GROWTH
}
