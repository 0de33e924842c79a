package io.lancang.trade.ledger;

import org.eclipse.microprofile.graphql.Description;

@Description("What the amount of a figure is divided by.")
public enum UnitValueBy {
    @Description("The net weight, in kilograms.")
    WEIGHT,
    @Description("The quantity, in the unit that the file names: figures compare where their unit is the same.")
    QUANTITY
}
