package io.lancang.trade.figure;

import org.eclipse.microprofile.graphql.Description;

@Description("Why a figure is missing or incomplete.")
public enum GapReason {
    @Description("The dataset of this period has no figure for the partner. That is no zero.")
    NOT_REPORTED,
    @Description("No dataset that is loaded covers this flow in this period.")
    NOT_COVERED,
    @Description("There is no figure in the currency asked for, or no rate to convert one by.")
    CURRENCY_NOT_AVAILABLE,
    @Description("Some members have no figure: the amount sums those that have one, and the others are named.")
    MEMBERS_MISSING,
    @Description("Nobody belonged to the bloc in this period, or a corridor links no partner but China.")
    NO_MEMBERS,
    @Description(
            "The members of the periods that are compared differ, and there is no figure over the same ones; or their figures are"
                    + " of different datasets.")
    COMPOSITION_CHANGED,
    @Description("What the list is of is on record, and nothing of it is all that is asked for.")
    NO_MATCH,
    @Description("The figure compares with a period that has none.")
    NO_BASE,
    @Description("The figure divides by zero.")
    ZERO_BASE,
    @Description("The figure is about a part of the period, or the period is not complete.")
    PART_OF_PERIOD,
    @Description("The date that the figure turns on is not known.")
    DATE_UNKNOWN
}
