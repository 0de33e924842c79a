package io.lancang.trade.summary;

import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;

/** In which order groups are listed. */
@Description("In which order groups are listed. What is equal follows by its keys; the remainder of `top` comes last.")
public enum SummaryOrder {
    @Description("By the keys of the groups, in the order of `groupBy`.")
    KEYS(Optional.empty(), false),
    @Description("Smallest sum first.")
    SUM(Optional.of(Measure.SUM), false),
    @Description("Largest sum first.")
    SUM_DESC(Optional.of(Measure.SUM), true),
    @Description("Fewest figures first.")
    COUNT(Optional.of(Measure.COUNT), false),
    @Description("Most figures first.")
    COUNT_DESC(Optional.of(Measure.COUNT), true),
    @Description("Smallest average first.")
    AVERAGE(Optional.of(Measure.AVERAGE), false),
    @Description("Largest average first.")
    AVERAGE_DESC(Optional.of(Measure.AVERAGE), true),
    @Description("Smallest minimum first.")
    MIN(Optional.of(Measure.MIN), false),
    @Description("Largest maximum first.")
    MAX_DESC(Optional.of(Measure.MAX), true),
    @Description("Smallest share first.")
    SHARE(Optional.of(Measure.SHARE), false),
    @Description("Largest share first.")
    SHARE_DESC(Optional.of(Measure.SHARE), true),
    @Description("Strongest decline first.")
    GROWTH(Optional.of(Measure.GROWTH), false),
    @Description("Strongest growth first.")
    GROWTH_DESC(Optional.of(Measure.GROWTH), true);

    private final Optional<Measure> measure;
    private final boolean descending;

    SummaryOrder(Optional<Measure> measure, boolean descending) {
        this.measure = measure;
        this.descending = descending;
    }

    /** The measure that it goes by; empty for the keys. */
    Optional<Measure> measure() {
        return measure;
    }

    boolean isDescending() {
        return descending;
    }
}
