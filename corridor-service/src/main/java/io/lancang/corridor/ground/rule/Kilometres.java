package io.lancang.corridor.ground.rule;

import java.math.BigDecimal;
import java.util.Optional;

/** Which lengths a segment or a corridor may have. */
public final class Kilometres {
    /** Longer than any way on earth, so that a length above it is a slip of the hand. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(50_000);

    private Kilometres() {}

    /** What is wrong about a length in kilometres; empty if nothing is. */
    public static Optional<Fault> faultOf(BigDecimal km) {
        return km.signum() > 0 && km.compareTo(LONGEST) <= 0
                ? Optional.empty()
                : Optional.of(new Fault(
                        km.toPlainString() + " is no length: it must be above 0 and at most " + LONGEST + " kilometres",
                        "Give kilometres, or leave it out if it is not known."));
    }
}
