package io.lancang.corridor.feature.location;

import org.eclipse.microprofile.graphql.Description;

@Description("What a pair of coordinates stands for, and so how exact it is.")
public enum CoordinatePrecision {
    @Description("A point of the city or town, not the facility.")
    PLACE,
    @Description("The airport's reference point.")
    AIRPORT,
    @Description("Rounded to a minute of arc: within about 2 km.")
    ARC_MINUTE,
    @Description("Rounded to a second of arc: within about 30 m.")
    ARC_SECOND,
    @Description("Rounded to a hundredth of a degree: within about 1 km.")
    HUNDREDTH_OF_DEGREE,
    @Description("Found by a search for the name on a map.")
    GEOCODE,
    @Description("A point of the island.")
    ISLAND,
    @Description("The mean of the corners of a berth.")
    BERTH,
    @Description("A point of the mountain pass or border pass.")
    PASS,
    @Description("A point of the bridge.")
    BRIDGE,
    @Description("From one unconfirmed list; verify before use.")
    UNVERIFIED
}
