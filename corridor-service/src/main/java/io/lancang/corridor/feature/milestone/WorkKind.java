package io.lancang.corridor.feature.milestone;

import org.eclipse.microprofile.graphql.Description;

@Description("What is built, and so has milestones.")
public enum WorkKind {
    @Description("A corridor.")
    CORRIDOR,
    @Description("A segment.")
    SEGMENT
}
