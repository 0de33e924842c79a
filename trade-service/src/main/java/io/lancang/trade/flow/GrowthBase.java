package io.lancang.trade.flow;

import io.lancang.trade.period.Period;
import org.eclipse.microprofile.graphql.Description;

@Description("Which period a total grew on.")
public enum GrowthBase {
    @Description("The period before, of the same length.")
    PREVIOUS_PERIOD,
    @Description("The same period a year earlier; for years it is the year before.")
    YEAR_EARLIER;

    Period of(Period period) {
        return switch (this) {
            case PREVIOUS_PERIOD -> period.previous();
            case YEAR_EARLIER -> period.yearEarlier();
        };
    }
}
