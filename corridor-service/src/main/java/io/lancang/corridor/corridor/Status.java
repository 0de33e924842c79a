package io.lancang.corridor.corridor;

import org.eclipse.microprofile.graphql.Description;

/** How far a corridor or a segment has come. */
@Description("How far a corridor or a segment has come. `statusNote` has the words of the source.")
public enum Status {
    @Description("In service over the whole length.")
    OPERATIONAL,
    @Description("In service on a part of the length, or for a part of the traffic only.")
    PARTLY_OPERATIONAL,
    @Description("In service in a small way: trial runs, or built and hardly used.")
    LIMITED,
    @Description("Being built, at least in part, or built and not yet in service.")
    UNDER_CONSTRUCTION,
    @Description("Approved, construction has not begun.")
    APPROVED,
    @Description("Planned by those who would build it.")
    PLANNED,
    @Description("Proposed; nobody has committed to it.")
    PROPOSED,
    @Description("A feasibility study is under way or done.")
    STUDIED,
    @Description("A gap in the network: nothing is there and nothing is being prepared.")
    MISSING,
    @Description("A policy framework rather than a work; its parts have statuses of their own.")
    FRAMEWORK
}
