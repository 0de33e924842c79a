package io.lancang.corridor.ground.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.corridor.ground.fact.StatusOnDay.Announced;
import io.lancang.corridor.ground.fact.StatusOnDay.Certainty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusOnDayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final LocalDate LATER = LocalDate.of(2030, 6, 30);

    private static StatusOnDay on(LocalDate day, Status then, @Nullable String opened, @Nullable Announced announced) {
        return StatusOnDay.on(day, TODAY, then, PartialDate.stored(opened), announced);
    }

    private static Announced by(@Nullable String first, @Nullable String last) {
        return new Announced(
                first == null ? null : LocalDate.parse(first), last == null ? null : LocalDate.parse(last));
    }

    @Test
    void whatIsInServiceTodayIsSoTodayAndLaterWhateverDayItOpened() {
        StatusOnDay inService = StatusOnDay.now(Status.OPERATIONAL);

        assertEquals(inService, on(TODAY, Status.OPERATIONAL, null, null));
        assertEquals(inService, on(LATER, Status.OPERATIONAL, null, null));
    }

    @Test
    void ofADayInThePastTheUnknownIsUnknownAndTheLaterIsKnown() {
        LocalDate then = LocalDate.of(2010, 6, 30);

        assertEquals(StatusOnDay.now(Status.OPERATIONAL), on(then, Status.OPERATIONAL, "2010-05", null));
        assertEquals(new StatusOnDay(null, Certainty.UNKNOWN), on(then, Status.OPERATIONAL, "2010", null));
        assertEquals(new StatusOnDay(null, Certainty.UNKNOWN), on(then, Status.OPERATIONAL, null, null));
        assertEquals(new StatusOnDay(null, Certainty.KNOWN), on(then, Status.OPERATIONAL, "2011", null));
    }

    @Test
    void whatIsAnnouncedForThenIsTakenForOpen() {
        assertEquals(
                new StatusOnDay(Status.OPERATIONAL, Certainty.ANNOUNCED),
                on(LATER, Status.UNDER_CONSTRUCTION, null, by("2030-01-01", "2030-06-30")));
    }

    @Test
    void whatIsAnnouncedForLaterIsNotOpen() {
        assertEquals(StatusOnDay.now(Status.PLANNED), on(LATER, Status.PLANNED, null, by("2030-07-01", null)));
    }

    @Test
    void whatMayOrMayNotHaveOpenedByThenIsUnknown() {
        StatusOnDay unknown = new StatusOnDay(Status.PLANNED, Certainty.UNKNOWN);

        assertEquals(unknown, on(LATER, Status.PLANNED, null, by("2030-01-01", "2030-12-31")));
        assertEquals(unknown, on(LATER, Status.PLANNED, null, by("2030-01-01", null)));
        assertEquals(unknown, on(LATER, Status.PLANNED, null, null));
    }

    @Test
    void whatNobodyPreparesIsNotOpenThen() {
        assertEquals(StatusOnDay.now(Status.MISSING), on(LATER, Status.MISSING, null, null));
        assertEquals(StatusOnDay.now(Status.PROPOSED), on(LATER, Status.PROPOSED, null, null));
    }
}
