package io.lancang.trade.flow;

import org.eclipse.microprofile.graphql.Description;

@Description("What figures can be grouped by.")
public enum Dimension {
    @Description("The year or month.")
    PERIOD,
    @Description("The partner of the reporter.")
    PARTNER,
    @Description("The bloc that the partner belonged to on the last day of the period's year. Blocs overlap: a partner"
            + " counts in each of its own.")
    BLOC,
    @Description("The region of the partner, as in `Partner.region`.")
    REGION,
    @Description("The product, at the level that is asked for.")
    PRODUCT,
    @Description("Exports, imports, re-exports or re-imports.")
    FLOW,
    @Description("Who reports.")
    REPORTER,
    @Description("The dataset that the figures come from.")
    DATASET
}
