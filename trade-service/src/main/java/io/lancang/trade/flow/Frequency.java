package io.lancang.trade.flow;

import org.eclipse.microprofile.graphql.Description;

/** How long a period is. */
@Description("How long a period is.")
public enum Frequency {
    @Description("Calendar years.")
    ANNUAL
}
