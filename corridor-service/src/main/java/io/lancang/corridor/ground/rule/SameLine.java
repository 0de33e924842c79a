package io.lancang.corridor.ground.rule;

import io.lancang.kit.text.Brief;
import java.util.Optional;

/** Which segment may be named as the same line, and counts in totals over corridors: one within a corridor would be counted there twice. */
public final class SameLine {
    private SameLine() {}

    /**
     * What is wrong about the segment that is named as the same line; empty if nothing is.
     *
     * @param other its id
     * @param itsCorridor the corridor that it is a piece of
     * @param corridor the corridor of the segment that names it
     */
    public static Optional<Fault> faultOf(String other, String itsCorridor, String corridor) {
        return itsCorridor.equals(corridor)
                ? Optional.of(new Fault(
                        "'" + Brief.value(other) + "' is of the same corridor '" + Brief.value(corridor) + "'",
                        "Name a segment of another corridor; within one, the whole names its parts."))
                : Optional.empty();
    }
}
