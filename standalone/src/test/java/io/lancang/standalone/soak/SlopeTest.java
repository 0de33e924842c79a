package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.standalone.soak.Slope.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeTest {
    private static Sample sample(int minutes, double value) {
        return new Sample(Duration.ofMinutes(minutes), value);
    }

    @Test
    void isWhatIsAddedInAnHour() {
        assertEquals(60, Slope.perHour(List.of(sample(10, 200), sample(20, 210), sample(30, 220))), 1e-9);
    }

    /** By hand: times -20, 0, 20 min and values -1, 2, -1 around their means give no growth at all. */
    @Test
    void isTheLineThatIsNearestToAll() {
        assertEquals(0, Slope.perHour(List.of(sample(0, 10), sample(20, 13), sample(40, 10))), 1e-9);
    }

    @Test
    void isNothingOfOneTime() {
        assertEquals(0, Slope.perHour(List.of(sample(5, 100))));
        assertEquals(0, Slope.perHour(List.of()));
    }
}
