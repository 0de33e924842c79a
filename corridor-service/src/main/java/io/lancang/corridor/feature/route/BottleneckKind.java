package io.lancang.corridor.feature.route;

import org.eclipse.microprofile.graphql.Description;

@Description("What narrows a route.")
public enum BottleneckKind {
    @Description(
            "The least capacity that segments of the route state in this unit; others may have less and state none.")
    LEAST_CAPACITY,
    @Description("A change between railway gauges: goods are moved over, or wheels are changed.")
    GAUGE_CHANGE,
    @Description("A railway that its specification calls single track.")
    SINGLE_TRACK,
    @Description("A segment that is in service in part or in a small way only.")
    LIMITED_SERVICE
}
