package io.lancang.corridor.feature.zone;

import org.eclipse.microprofile.graphql.Description;

@Description("What a zone is.")
public enum ZoneKind {
    @Description("Area of a pilot free-trade zone.")
    FREE_TRADE_ZONE_AREA,
    @Description("Border economic co-operation zone or experimental border zone.")
    BORDER_ZONE,
    @Description("Industrial park.")
    INDUSTRIAL_PARK,
    @Description("Special economic zone.")
    SPECIAL_ECONOMIC_ZONE,
    @Description("Logistics park or dry port.")
    LOGISTICS_PARK
}
