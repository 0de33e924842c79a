package io.lancang.corridor.ground.fact;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;

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
    PORT;

    /** The modes that move goods and people: what a way is asked for over, unless somebody says otherwise. */
    public static final Set<Mode> TRAFFIC = Collections.unmodifiableSet(EnumSet.of(RAIL, ROAD, WATERWAY, SEA));

    /** {@link #TRAFFIC} as the default of an argument. */
    public static final String TRAFFIC_BY_DEFAULT = "[\"RAIL\", \"ROAD\", \"WATERWAY\", \"SEA\"]";
}
