package io.lancang.corridor.feature.finding;

import org.eclipse.microprofile.graphql.Description;

@Description("What is doubtful about a fact.")
public enum FindingKind {
    @Description("The segments of a corridor do not join: there is no way over them from each to each other.")
    CORRIDOR_IN_PIECES,
    @Description("A segment opened before the construction of its corridor began.")
    OPENED_BEFORE_CONSTRUCTION,
    @Description("A segment has a date of opening that is not marked as announced, and is not in service.")
    OPENED_BUT_NOT_IN_SERVICE,
    @Description("A segment is stated to be more than 5 km shorter than the great circle between its ends.")
    SHORTER_THAN_GREAT_CIRCLE,
    @Description("The great circle that is stated for a segment is more than 5 km off the distance of its ends.")
    GREAT_CIRCLE_OFF,
    @Description("A segment is stated to be more than 5 km shorter than the line that its file draws.")
    SHORTER_THAN_LINE,
    @Description("The line that a file draws of a segment begins or ends more than 5 km from where the segment does.")
    LINE_OFF_ENDS,
    @Description("A location that segments refer to has no coordinates.")
    NO_COORDINATES,
    @Description("The coordinates of a location are from one unconfirmed list.")
    UNVERIFIED_COORDINATES,
    @Description("A figure is of a time before its corridor opened, or a transfer of one before its zone began.")
    BEFORE_OPENING,
    @Description("Its sources do not agree with each other, or one with itself; the detail has each value.")
    SOURCES_DISAGREE,
    @Description("No source that could know says so: it was expected, or is reported at second hand.")
    UNVERIFIED,
    @Description("Its figure was computed from others that sources state, and none states it; the detail says how.")
    DERIVED,
    @Description(
            "A point near by stands for a place that no source locates, or a figure is of a part of it; the detail says which.")
    APPROXIMATE,
    @Description("A source that it cites could not be confirmed.")
    UNVERIFIED_SOURCE
}
