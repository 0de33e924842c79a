package io.lancang.corridor.corridor;

import org.eclipse.microprofile.graphql.Description;

/** How goods, people, energy or data move. */
@Description("How goods, people, energy or data move over a segment.")
public enum Mode {
    @Description("Railway of any gauge.")
    RAIL,
    @Description("Road: expressway, highway, bridge.")
    ROAD,
    @Description("Inland waterway: river or canal.")
    WATERWAY,
    @Description("Sea lane.")
    SEA,
    @Description("Natural gas pipeline.")
    GAS_PIPELINE,
    @Description("Crude oil pipeline.")
    OIL_PIPELINE,
    @Description("Power line.")
    POWER,
    @Description("Fibre cable on land.")
    FIBRE,
    @Description("Submarine cable.")
    SUBMARINE_CABLE,
    @Description("Gateway or exchange where data networks meet; a point, not a line.")
    DIGITAL_HUB,
    @Description("Port with its zone; a point, not a line.")
    PORT
}
