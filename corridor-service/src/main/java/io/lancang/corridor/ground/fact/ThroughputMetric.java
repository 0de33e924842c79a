package io.lancang.corridor.ground.fact;

import org.eclipse.microprofile.graphql.Description;

@Description("What is counted. Outlets draw their lines differently, so metrics that sound alike are kept apart.")
public enum ThroughputMetric {
    @Description("All freight that was carried.")
    FREIGHT_TOTAL,
    @Description("Freight that crossed the border.")
    FREIGHT_CROSS_BORDER,
    @Description("Freight that customs cleared as import or export.")
    FREIGHT_CUSTOMS_IMPORT_EXPORT,
    @Description("Value of the goods that customs cleared as import or export.")
    VALUE_CUSTOMS_IMPORT_EXPORT,
    @Description("Journeys of passengers.")
    PASSENGER_TRIPS,
    @Description("Journeys of passengers over the border.")
    PASSENGER_CROSSINGS,
    @Description("Passengers of an airport, arriving and leaving.")
    PASSENGERS,
    @Description("Freight trains over the border on a day.")
    INTERNATIONAL_FREIGHT_TRAINS_PER_DAY,
    @Description("Fruit that was imported.")
    FRUIT_IMPORTS,
    @Description("Fruit that was imported from ASEAN.")
    ASEAN_FRUIT_IMPORTS,
    @Description("Value of the fruit that was imported from ASEAN.")
    ASEAN_FRUIT_IMPORTS_VALUE,
    @Description("Cargo that passed.")
    CARGO,
    @Description("Cargo that passed by rail.")
    RAIL_CARGO,
    @Description("Goods vehicles that passed.")
    CARGO_VEHICLES,
    @Description("Trucks that were handled.")
    TRUCKS,
    @Description("Containers that were handled by rail.")
    CONTAINERS_RAIL,
    @Description("Containers that were handled by road.")
    CONTAINERS_ROAD,
    @Description("Value of the imports and exports through the port.")
    TRADE_VALUE,
    @Description("Value of the border trade, both directions.")
    BORDER_TRADE_VALUE,
    @Description("Value of the border trade to China.")
    BORDER_EXPORTS_TO_CHINA,
    @Description("Value of the border trade from China.")
    BORDER_IMPORTS_FROM_CHINA,
    @Description("Crude oil that China imported over the pipeline.")
    CRUDE_IMPORTS,
    @Description("Crude oil that was unloaded at Maday Island.")
    CRUDE_UNLOADED_MADAY,
    @Description("Crude oil that reached China.")
    CRUDE_TO_CHINA,
    @Description("Crude oil that was carried.")
    CRUDE_TRANSPORTED,
    @Description("Gas that China imported over the pipeline, by weight.")
    GAS_IMPORTS,
    @Description("Gas that was delivered to China, as the operator reports it.")
    GAS_DELIVERED_TO_CHINA,
    @Description("Gas that was taken off in Myanmar.")
    GAS_DELIVERED_TO_MYANMAR,
    @Description("Gas that reached China, as the press reports it.")
    GAS_TO_CHINA,
    @Description("Gas that was carried.")
    GAS_TRANSPORTED,
    @Description("Electric energy that was exported.")
    POWER_EXPORT,
    @Description("Capacity of the power lines between the countries.")
    INTERCONNECTION_CAPACITY,
    @Description("Rail-sea trains that ran.")
    RAIL_SEA_TRAINS,
    @Description("Containers on rail-sea trains.")
    RAIL_SEA_CONTAINERS,
    @Description("Cargo that the Beibu Gulf ports can handle in a year.")
    BEIBU_GULF_THROUGHPUT_CAPACITY
}
