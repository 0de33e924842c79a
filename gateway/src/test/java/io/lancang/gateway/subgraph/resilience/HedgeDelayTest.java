package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.traffic.HedgeConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HedgeDelayTest {
    private static final long MILLISECOND = 1_000_000;
    private static final HedgeConfig DEFAULTS =
            TestConfig.with(Map.of()).traffic().resilience().hedge();

    @Test
    void isUnknownBeforeFiftyAnswers() {
        HedgeDelay delay = new HedgeDelay(DEFAULTS);
        for (int i = 0; i < 49; i++) {
            delay.record(100 * MILLISECOND);
        }
        assertEquals(HedgeDelay.UNKNOWN, delay.nanos());
    }

    @Test
    void isTheTimeWithinWhichNearlyAllAnswersCome() {
        HedgeDelay delay = new HedgeDelay(DEFAULTS);
        // 64 answers, of which 3 are below a twentieth: the 95th percentile is among the usual.
        for (int i = 0; i < 64; i++) {
            delay.record((i < 3 ? 3_000 : 100) * MILLISECOND);
        }
        // 2^26 <= 100,000,000 < 2^27, in steps of 2^23: the fourth ends at 12 * 2^23.
        assertEquals(100_663_296, delay.nanos());
    }

    @Test
    void isFiveMediansWhereManyAnswersAreLate() {
        HedgeDelay delay = new HedgeDelay(DEFAULTS);
        for (int i = 0; i < 64; i++) {
            delay.record((i % 4 == 0 ? 3_000 : 10) * MILLISECOND);
        }
        // 2^23 <= 10,000,000 < 2^24, in steps of 2^20: the second ends at 10 * 2^20 = 10,485,760; five times that.
        assertEquals(52_428_800, delay.nanos());
    }

    @Test
    void isNeverBelowTheConfiguredLeast() {
        HedgeDelay delay = new HedgeDelay(DEFAULTS);
        for (int i = 0; i < 64; i++) {
            delay.record(MILLISECOND);
        }
        assertEquals(20 * MILLISECOND, delay.nanos());
    }
}
