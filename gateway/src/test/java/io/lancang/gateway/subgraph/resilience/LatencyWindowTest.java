package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatencyWindowTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void givesTheEndOfTheBucketInWhichTheShareIsReached() {
        LatencyWindow window = new LatencyWindow();
        for (int i = 0; i < 95; i++) {
            window.record(MILLISECOND);
        }
        for (int i = 0; i < 5; i++) {
            window.record(3_000 * MILLISECOND);
        }
        // 2^19 <= 1,000,000 < 2^20, in steps of 2^16: the last of eight ends at 2^20.
        assertEquals(1_048_576, window.quantile(0.5));
        assertEquals(1_048_576, window.quantile(0.95));
        // 2^31 <= 3,000,000,000 < 2^32, in steps of 2^28: the fourth ends at 12 * 2^28.
        assertEquals(3_221_225_472L, window.quantile(0.96));
    }

    @Test
    void forgetsHalfOfWhatWasWhenItIsFull() {
        LatencyWindow window = new LatencyWindow();
        for (int i = 0; i < LatencyWindow.ANSWERS - 1; i++) {
            assertEquals(i + 1, window.record(MILLISECOND));
        }
        assertEquals(LatencyWindow.ANSWERS / 2, window.record(MILLISECOND));
    }

    @Test
    void isZeroWithoutAnswers() {
        assertEquals(0, new LatencyWindow().quantile(0.95));
    }

    @Test
    void countsTimesBeyondItsRangeAtItsEnds() {
        LatencyWindow window = new LatencyWindow();
        window.record(0);
        assertEquals(9 << 13, window.quantile(1)); // The first bucket: 8 to 9 times 2^13.
        window.record(Long.MAX_VALUE);
        assertEquals(1L << 38, window.quantile(1));
    }
}
