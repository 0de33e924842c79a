package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {
    @Test
    void warmsUpThenUpsetsTheSetAtEvenDistancesAndIsCalmAtTheEnd() {
        Timetable timetable =
                Timetable.of(Duration.ofSeconds(100), List.of(Upheaval.RESTART_TRADE, Upheaval.KILL_STORE));

        assertEquals(
                List.of(
                        new Timetable.Step(Duration.ofSeconds(20), Upheaval.RESTART_TRADE),
                        new Timetable.Step(Duration.ofSeconds(45), Upheaval.KILL_STORE)),
                timetable.steps());
        assertEquals(Duration.ofSeconds(70), timetable.calm());
        assertEquals(Duration.ofSeconds(10), timetable.rise(), "half of the time in which it warms up");
    }

    /** 900 s of half an hour are for upheavals, and two times ten have 40 s each. */
    @Test
    void repeatsWhatThereIsRoomFor() {
        Timetable timetable = Timetable.of(Duration.ofMinutes(30), Upheaval.all());

        assertEquals(20, timetable.steps().size());
        assertEquals(Duration.ofMinutes(1), timetable.rise(), "a minute at most");
        assertEquals(Duration.ofMinutes(6), timetable.steps().getFirst().at());
        assertEquals(Duration.ofSeconds(6 * 60 + 450), timetable.steps().get(10).at());
        assertEquals(
                timetable.steps().getFirst().upheaval(),
                timetable.steps().get(10).upheaval());
    }

    @Test
    void isCalmAllTheWhileWhereNothingIsWanted() {
        assertEquals(List.of(), Timetable.of(Duration.ofMinutes(3), List.of()).steps());
    }
}
