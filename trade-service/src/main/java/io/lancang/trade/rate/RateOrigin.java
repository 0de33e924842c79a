package io.lancang.trade.rate;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a rate comes from.")
public enum RateOrigin {
    @Description("An average of daily noon rates over the period, as published. Not a rate of Customs.")
    PERIOD_AVERAGE,
    @Description("The rate that the dataset itself used, implied by its amounts in both currencies.")
    IMPLIED_BY_DATASET
}
