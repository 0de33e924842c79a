package io.lancang.trade.figure;

import org.eclipse.microprofile.graphql.Description;

@Description("What a trade value includes.")
public enum Valuation {
    @Description("Free on board: the value at the border of the exporter, without freight and insurance.")
    FOB,
    @Description("Cost, insurance and freight: the value at the border of the importer, with both.")
    CIF
}
