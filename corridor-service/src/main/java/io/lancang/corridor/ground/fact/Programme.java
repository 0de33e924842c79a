package io.lancang.corridor.ground.fact;

import org.eclipse.microprofile.graphql.Description;

@Description(
        "A programme of governments that corridors belong to. `vocabulary/programmes.csv` of the service says which,"
                + " and why.")
public enum Programme {
    @Description("China-Myanmar Economic Corridor (CMEC).")
    CHINA_MYANMAR_ECONOMIC_CORRIDOR,
    @Description("China-Indochina Peninsula Economic Corridor.")
    CHINA_INDOCHINA_PENINSULA,
    @Description("Bangladesh-China-India-Myanmar Economic Corridor (BCIM).")
    BANGLADESH_CHINA_INDIA_MYANMAR,
    @Description("New International Land-Sea Trade Corridor.")
    NEW_LAND_SEA_TRADE_CORRIDOR,
    @Description("Economic corridors of the Greater Mekong Subregion (GMS).")
    GREATER_MEKONG_SUBREGION,
    @Description("Kunming-Singapore railway, all three routes.")
    KUNMING_SINGAPORE_RAILWAY
}
