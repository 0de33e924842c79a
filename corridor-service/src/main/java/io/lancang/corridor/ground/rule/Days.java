package io.lancang.corridor.ground.rule;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which days facts may be of. */
@Singleton
public final class Days {
    /**
     * Fewer years than what may be asked about: a day that is kept as text is read as a date of a file, and clients of the
     * database make other years of those far away.
     */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 2999;
    private static final ZoneOffset WHERE_DAYS_BEGIN = ZoneOffset.ofHours(14);

    private final InstantSource clock;

    public Days() {
        this(InstantSource.system());
    }

    Days(InstantSource clock) {
        this.clock = clock;
    }

    /** What is wrong about the year of a day; empty if nothing is. */
    public static Optional<Fault> faultOf(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
                ? Optional.empty()
                : Optional.of(new Fault(
                        day + " is of the year " + day.getYear(),
                        "Give a day of the years " + FIRST_YEAR + " to " + LAST_YEAR + "."));
    }

    /** What is wrong about a day of something that is reported: it has begun as soon as it has anywhere on earth. */
    public Optional<Fault> faultOfReported(LocalDate day) {
        return day.isAfter(clock.instant().atOffset(WHERE_DAYS_BEGIN).toLocalDate())
                ? Optional.of(new Fault(day + " is still to come", "Record what has happened."))
                : faultOf(day);
    }
}
