package io.lancang.corridor.feature.location;

import org.eclipse.microprofile.graphql.Description;

@Description("What a location is.")
public enum LocationKind {
    @Description("City, or the seat of a district.")
    CITY,
    @Description("Town.")
    TOWN,
    @Description("Border crossing or border port, by road, rail or river; one side of the border.")
    BORDER_CROSSING,
    @Description("Seaport, or a city that is one.")
    SEAPORT,
    @Description("River port.")
    RIVER_PORT,
    @Description("Airport.")
    AIRPORT,
    @Description("Town with a railway station that matters here for the station.")
    RAIL_STATION_TOWN,
    @Description("Railway freight station or yard.")
    RAIL_FREIGHT_STATION,
    @Description("Logistics park, dry port or inland container depot.")
    LOGISTICS_PARK,
    @Description("Power plant.")
    POWER_PLANT,
    @Description("Electrical substation, or the place where a power line lands.")
    SUBSTATION,
    @Description("Terminal where a pipeline begins or ends.")
    PIPELINE_TERMINAL,
    @Description("Landing station of a submarine cable.")
    CABLE_LANDING
}
