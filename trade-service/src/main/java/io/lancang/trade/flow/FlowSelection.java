package io.lancang.trade.flow;

import org.eclipse.microprofile.graphql.Description;

/** Which flow a comparison is about. */
@Description("Which flow a comparison is about.")
public enum FlowSelection {
    @Description("The reporter's exports to the partner, FOB.")
    EXPORTS,
    @Description("The reporter's imports from the partner, CIF.")
    IMPORTS,
    @Description("Exports and imports together.")
    TOTAL
}
