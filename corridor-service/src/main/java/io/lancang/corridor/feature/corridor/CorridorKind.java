package io.lancang.corridor.feature.corridor;

import org.eclipse.microprofile.graphql.Description;

@Description("What a corridor is for.")
public enum CorridorKind {
    @Description("Ways for goods and people: railways, roads, waterways.")
    TRANSPORT,
    @Description("Services and hubs that carry goods over several modes, such as rail-sea trains and ports with zones.")
    LOGISTICS,
    @Description("Pipelines and power lines.")
    ENERGY,
    @Description("Fibre, submarine cables and the gateways that they end at.")
    DIGITAL
}
