package io.lancang.corridor.ground.rule;

import java.util.Optional;

/** The one date of a corridor or a zone, which says nothing without what happened then. */
public final class KeyDates {
    private KeyDates() {}

    /** What is wrong where one of the two is given alone; empty if nothing is. */
    public static Optional<Fault> faultOf(boolean hasDate, boolean hasEvent) {
        return BothOrNone.faultOf("a date and what happened then", hasDate, hasEvent);
    }
}
