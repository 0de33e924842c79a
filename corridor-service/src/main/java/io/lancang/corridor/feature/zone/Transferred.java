package io.lancang.corridor.feature.zone;

import io.lancang.corridor.ground.rule.BothOrNone;
import io.lancang.corridor.ground.rule.Fault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every reported fact about a transfer of industry keeps to, whether a file gives it or a steward. */
public final class Transferred {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    private Transferred() {}

    /**
     * Its id: a zone has one fact in these words of a subject.
     *
     * @param zone id of the zone; null for what is reported of Yunnan as a whole
     */
    public static String id(@Nullable String zone, String subject, String fact) {
        return String.join(":", zone == null ? "" : zone, subject, fact);
    }

    /** What is wrong about a unit; empty if nothing is. */
    public static Optional<Fault> faultOfUnit(boolean hasValue, boolean hasUnit) {
        return BothOrNone.faultOf("a value and its unit", hasValue, hasUnit);
    }

    /** What is wrong about the year that a fact is of; empty if nothing is. */
    public static Optional<Fault> faultOfYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR
                ? Optional.empty()
                : Optional.of(new Fault(
                        year + " is not from " + FIRST_YEAR + " to " + LAST_YEAR,
                        "Leave it out if the source states none."));
    }
}
