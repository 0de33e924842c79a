package io.lancang.corridor.ground.fact;

import org.eclipse.microprofile.graphql.Description;

@Description("What a throughput figure counts. Figures of different bases are never added or subtracted.")
public enum Basis {
    @Description("What passed between `periodStart` and `periodEnd`.")
    PERIOD,
    @Description("All that has passed since the opening, to `periodEnd`.")
    CUMULATIVE,
    @Description("What was there on `periodEnd`, such as a capacity.")
    STOCK,
    @Description("A usual value; no period is stated.")
    TYPICAL
}
