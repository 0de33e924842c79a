package io.lancang.corridor.ground.citation;

/** What can cite sources; the column {@code subject_kind} of the citations. */
public enum Cited {
    CORRIDOR,
    SEGMENT,
    LOCATION,
    ZONE,
    THROUGHPUT,
    INDUSTRIAL_TRANSFER,
    MILESTONE
}
