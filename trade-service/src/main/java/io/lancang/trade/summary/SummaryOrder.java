package io.lancang.trade.summary;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("In which order groups are listed. What is equal follows by its keys; the remainder of `top` comes last.")
public enum SummaryOrder {
    @Description("By the keys of the groups, in the order of `groupBy`.")
    KEYS(null, false),
    @Description("Smallest sum first.")
    SUM(Measure.SUM, false),
    @Description("Largest sum first.")
    SUM_DESC(Measure.SUM, true),
    @Description("Fewest figures first.")
    COUNT(Measure.COUNT, false),
    @Description("Most figures first.")
    COUNT_DESC(Measure.COUNT, true),
    @Description("Smallest average first.")
    AVERAGE(Measure.AVERAGE, false),
    @Description("Largest average first.")
    AVERAGE_DESC(Measure.AVERAGE, true),
    @Description("Smallest minimum first.")
    MIN(Measure.MIN, false),
    @Description("Largest maximum first.")
    MAX_DESC(Measure.MAX, true),
    @Description("Smallest share first.")
    SHARE(Measure.SHARE, false),
    @Description("Largest share first.")
    SHARE_DESC(Measure.SHARE, true),
    @Description("Strongest decline first.")
    GROWTH(Measure.GROWTH, false),
    @Description("Strongest growth first.")
    GROWTH_DESC(Measure.GROWTH, true);

    private final @Nullable Measure measure;
    private final boolean descending;

    SummaryOrder(@Nullable Measure measure, boolean descending) {
        this.measure = measure;
        this.descending = descending;
    }

    /** The measure that it goes by; null for the keys. */
    @Nullable
    Measure measure() {
        return measure;
    }

    boolean isDescending() {
        return descending;
    }
}
