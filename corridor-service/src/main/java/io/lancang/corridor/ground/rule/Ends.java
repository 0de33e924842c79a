package io.lancang.corridor.ground.rule;

import io.lancang.kit.text.Brief;
import java.util.Optional;

/** Which locations a segment may join. */
public final class Ends {
    private Ends() {}

    /** What is wrong about the location that a segment ends at; empty if nothing is. */
    public static Optional<Fault> faultOfLast(String first, String last) {
        return first.equals(last)
                ? Optional.of(new Fault(
                        "'" + Brief.value(last) + "' is where the segment begins, too", "Name two locations."))
                : Optional.empty();
    }
}
