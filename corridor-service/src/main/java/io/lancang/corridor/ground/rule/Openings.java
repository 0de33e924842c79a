package io.lancang.corridor.ground.rule;

import io.lancang.corridor.ground.fact.PartialDate;
import java.util.Optional;

/**
 * When something may have opened. That it has opened and is not in service is no fault but a doubt, which {@code findings} tell: it may
 * have been closed since, or stand ready.
 */
public final class Openings {
    private Openings() {}

    /** What is wrong about the date of an opening; empty if nothing is. What was announced may be of any time. */
    public static Optional<Fault> faultOf(PartialDate opened, Days days) {
        return opened.target()
                ? Optional.empty()
                : days.faultOfReported(opened.earliest())
                        .map(fault -> new Fault(fault.reason(), "Write (target) behind a date that was announced."));
    }
}
