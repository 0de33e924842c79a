package io.lancang.corridor.route;

import org.eclipse.microprofile.graphql.Description;

/** What makes one route better than another. */
@Description("What makes one route better than another; between equals the shorter one is better.")
public enum Optimise {
    @Description("Few kilometres. A segment that is not measured counts its great circle with the usual detour (1.15"
            + " times), and 50 km if its ends have no coordinates.")
    LENGTH,
    @Description("Few changes of mode or of railway gauge. A segment of unknown gauge needs no change.")
    TRANSFERS,
    @Description("Few borders between countries.")
    BORDER_CROSSINGS
}
