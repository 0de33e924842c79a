package io.lancang.trade.ranking;

import org.eclipse.microprofile.graphql.Description;

@Description("What a ranking goes by, the largest first.")
public enum RankingOrder {
    @Description("The amount of the year.")
    VALUE,
    @Description("How many percentage points the share in the reporter's trade rose since the year compared with.")
    SHARE_CHANGE,
    @Description("Change of the amount since the year compared with, in percent.")
    GROWTH,
    @Description("Compound annual growth rate of the amount since the year compared with.")
    CAGR;

    /** Whether it needs a year to compare with. */
    boolean isComparison() {
        return this != VALUE;
    }
}
