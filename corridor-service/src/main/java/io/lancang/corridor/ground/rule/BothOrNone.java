package io.lancang.corridor.ground.rule;

import java.util.Optional;

/** Of two values that say nothing one by one. */
public final class BothOrNone {
    private BothOrNone() {}

    /**
     * What is wrong where one of the two is there alone; empty if nothing is.
     *
     * @param both names of the two, such as {@code a value and its unit}
     * @param hasFirst whether the first is given
     * @param hasSecond whether the second is
     */
    public static Optional<Fault> faultOf(String both, boolean hasFirst, boolean hasSecond) {
        return hasFirst == hasSecond
                ? Optional.empty()
                : Optional.of(new Fault(
                        both + " must both be given or both be blank",
                        "Give both, or none of them if it is not known."));
    }
}
