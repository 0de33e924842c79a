package io.lancang.corridor.changes.change;

import org.eclipse.microprofile.graphql.Description;

@Description("What a fact is about.")
public enum ChangedSubject {
    @Description("A corridor's own facts.")
    CORRIDOR,
    @Description("A segment.")
    SEGMENT,
    @Description("A location.")
    LOCATION
}
