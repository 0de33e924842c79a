package io.lancang.trade.summary;

import org.eclipse.microprofile.graphql.Description;

@Description("What may be added although it is not the same. Currencies are never added.")
public enum Combination {
    @Description("Exports (FOB) and imports (CIF) in one sum, as totals of trade usually are.")
    VALUATIONS,
    @Description(
            "Different datasets in one sum: in each period and flow the one that comes first, so that nothing counts"
                    + " twice.")
    DATASETS
}
