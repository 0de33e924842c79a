package io.lancang.corridor.ground.search;

import org.eclipse.microprofile.graphql.Description;

@Description("What makes one route better than another; between equals the shorter one is better.")
public enum Optimise {
    @Description("Few kilometres. A segment that is not measured counts its great circle with the usual detour (1.15"
            + " times), and 50 km if its ends have no coordinates.")
    LENGTH,
    @Description(
            "Few kilometres as LENGTH counts them, where each change of mode or of railway gauge counts as 100 more: an"
                    + " assumption, so that a stretch of another mode is no short cut.")
    LENGTH_AND_TRANSFERS,
    @Description("Few changes of mode or of railway gauge. A segment of unknown gauge needs no change.")
    TRANSFERS,
    @Description(
            "Few hours, as `travel.hours` counts them: with borders, and with handling at both ends and at each change of mode or"
                    + " gauge, by `travel`.")
    TIME,
    @Description("Few US$ a tonne, as `travel.usdPerTonne` counts them, by `travel`.")
    COST,
    @Description("Few borders between countries.")
    BORDER_CROSSINGS
}
