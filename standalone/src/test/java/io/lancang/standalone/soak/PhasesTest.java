package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhasesTest {
    private static final long SECOND = 1_000_000_000L;

    /** Near its largest value the clock of a virtual machine may overflow. */
    private final long noon = Long.sum(Long.MAX_VALUE, -SECOND);

    private final Phases phases = new Phases();

    @Test
    void aRequestMeetsTheUpheavalThatBeganBeforeItsEnd() {
        phases.begin(Upheaval.KILL_TRADE, noon);

        assertEquals(Optional.empty(), phases.met(noon - 3 * SECOND, noon - SECOND));
        assertEquals(Optional.of(Upheaval.KILL_TRADE), phases.met(noon - 3 * SECOND, noon + 3 * SECOND));
    }

    @Test
    void aRequestMeetsTheUpheavalThatEndedNotLongBeforeIt() {
        phases.begin(Upheaval.KILL_TRADE, noon);
        phases.end(noon + 10 * SECOND);

        assertEquals(Optional.of(Upheaval.KILL_TRADE), phases.met(noon + 14 * SECOND, noon + 20 * SECOND));
        assertEquals(Optional.empty(), phases.met(noon + 16 * SECOND, noon + 20 * SECOND));
    }

    @Test
    void ofTwoUpheavalsTheLaterOneCounts() {
        phases.begin(Upheaval.KILL_TRADE, noon);
        phases.end(noon + SECOND);
        phases.begin(Upheaval.FAIL_OVER, noon + 2 * SECOND);
        phases.end(noon + 3 * SECOND);

        assertEquals(Optional.of(Upheaval.FAIL_OVER), phases.met(noon, noon + 4 * SECOND));
    }
}
