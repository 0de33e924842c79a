package io.lancang.trade.advantage;

import org.eclipse.microprofile.graphql.Description;

/** What the composition of somebody's trade was computed from. */
@Description("What the composition of an economy's exports or imports was computed from.")
public enum StructureBasis {
    @Description("Its own reports of trade with all partners together.")
    ALL_PARTNERS,
    @Description("What all exporters whose reports the dataset has say that they sold to it.")
    MIRRORED,
    @Description("The trade of the two with each other alone: nothing else of it is loaded.")
    BILATERAL
}
