package io.lancang.corridor.edit;

import org.eclipse.microprofile.graphql.Description;

/** What has a status. */
@Description("What has a status.")
public enum StatusSubject {
    @Description("A corridor.")
    CORRIDOR,
    @Description("A segment.")
    SEGMENT
}
