package io.lancang.corridor.changes.change;

import org.eclipse.microprofile.graphql.Description;

@Description("What of a corridor a release changed.")
public enum ChangedPart {
    @Description("Its own facts: names, status, dates, length, countries, programmes.")
    CORRIDOR,
    @Description("Its segments.")
    SEGMENTS,
    @Description("Locations that its segments join.")
    LOCATIONS,
    @Description("What passes over it.")
    THROUGHPUT
}
