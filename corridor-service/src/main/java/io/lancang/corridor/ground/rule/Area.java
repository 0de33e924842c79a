package io.lancang.corridor.ground.rule;

import java.math.BigDecimal;
import java.util.Optional;

/** Which areas a zone may have. */
public final class Area {
    private Area() {}

    /** What is wrong about an area in square kilometres; empty if nothing is. */
    public static Optional<Fault> faultOf(BigDecimal km2) {
        return km2.signum() > 0
                ? Optional.empty()
                : Optional.of(new Fault(
                        km2.toPlainString() + " is no area: it must be above 0", "Leave it out if it is not known."));
    }
}
