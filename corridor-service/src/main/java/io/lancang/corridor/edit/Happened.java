package io.lancang.corridor.edit;

import io.lancang.kit.error.ServiceException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The rule that what is recorded has happened. A day has begun as soon as it has anywhere on earth. */
@Singleton
class Happened {
    private static final ZoneOffset WHERE_DAYS_BEGIN = ZoneOffset.ofHours(14);

    private final InstantSource clock;

    Happened() {
        this(InstantSource.system());
    }

    Happened(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Checks a day.
     *
     * @param shown the argument and its value, for the error
     * @param wayOut what to send instead
     * @throws ServiceException BAD_USER_INPUT if the day is still to come
     */
    void check(String shown, LocalDate day, String wayOut) {
        if (day.isAfter(clock.instant().atOffset(WHERE_DAYS_BEGIN).toLocalDate())) {
            throw ServiceException.badInput(shown + ", which is still to come.", wayOut);
        }
    }
}
