package io.lancang.corridor.ground.fact;

import org.eclipse.microprofile.graphql.Description;

/** What happened on the one date that a file gives for a corridor or a zone. */
@Description("What happened on the key date of a corridor or a zone.")
public enum KeyDateEvent {
    @Description("Service began, on all of it or on the way that its note names.")
    OPENED,
    @Description("Service began on its first section or circuit.")
    FIRST_SECTION_OPENED,
    @Description("The date for which the opening was planned; whether it was met is not reported.")
    OPENING_PLANNED,
    @Description("The line was joined end to end; service has not begun.")
    CONNECTED,
    @Description("Construction began.")
    CONSTRUCTION_STARTED,
    @Description("An authority approved it.")
    APPROVED,
    @Description("A feasibility study began.")
    STUDY_STARTED,
    @Description("A tender for building or running it was won.")
    TENDER_AWARDED,
    @Description("It was established and began to work.")
    ESTABLISHED;

    /** Whether service began then, at least in part. */
    public boolean isOpening() {
        return this == OPENED || this == FIRST_SECTION_OPENED;
    }
}
