package io.lancang.corridor.changes.change;

import org.eclipse.microprofile.graphql.Description;

/** What happened to a work. */
@Description("What happened to a corridor or a segment.")
public enum NetworkEventKind {
    @Description("Service began, by its own date or by a milestone.")
    OPENING,
    @Description("It was approved.")
    APPROVAL,
    @Description("An agreement on who builds or runs it was signed or changed.")
    CONCESSION,
    @Description("Construction began.")
    CONSTRUCTION_START,
    @Description("How far the work had come; the note says so.")
    PROGRESS,
    @Description("The work was done.")
    COMPLETION,
    @Description("A line was connected from end to end.")
    CONNECTION,
    @Description("Its status changed, by the record of a steward; the note begins with the new status.")
    STATUS_CHANGE
}
