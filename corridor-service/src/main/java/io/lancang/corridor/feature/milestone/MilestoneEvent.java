package io.lancang.corridor.feature.milestone;

import org.eclipse.microprofile.graphql.Description;

@Description("What a milestone is about.")
public enum MilestoneEvent {
    @Description("It was approved.")
    APPROVAL,
    @Description("An agreement on who builds or runs it was signed or changed.")
    CONCESSION,
    @Description("Construction began or is to begin.")
    CONSTRUCTION_START,
    @Description("How far the work had come; the note says so.")
    PROGRESS,
    @Description("The work was done or is to be done.")
    COMPLETION,
    @Description("A line was connected from end to end.")
    CONNECTION,
    @Description("Service began or is to begin.")
    OPENING
}
