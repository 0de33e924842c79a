package io.lancang.corridor.feature.route;

import io.lancang.kit.cost.Cost;
import org.eclipse.microprofile.graphql.Description;

/**
 * What goods need for a route under the assumptions of the question.
 *
 * @param hours all of it
 * @param runningHours on the segments
 * @param borderHours at borders
 * @param handlingHours at both ends and at transfers
 * @param usdPerTonne US$ a tonne
 * @param km kilometres that the figures are made of
 * @param estimatedShare share of them that no source states, from 0 to 1
 */
@Description(
        "What goods need for a route, by the assumptions of the argument `travel` and their defaults: a reckoning to compare"
                + " ways by, no timetable and no offer.")
@Cost(weight = 0)
public record RouteTravel(
        @Description("Hours in all.") double hours,

        @Description("Hours on the segments.") double runningHours,

        @Description("Hours at borders.") double borderHours,

        @Description("Hours of loading and unloading: at both ends, and at each change of mode or gauge.")
        double handlingHours,

        @Description("US$ a tonne in all.") double usdPerTonne,

        @Description(
                "Kilometres that the figures are made of: stated lengths, and for the rest great circles with the usual"
                        + " detour, as `Optimise.LENGTH` counts them.")
        double km,

        @Description("How much of `km` no source states, from 0 to 1.")
        double estimatedShare) {}
