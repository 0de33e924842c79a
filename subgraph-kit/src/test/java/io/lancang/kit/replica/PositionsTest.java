package io.lancang.kit.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The primary was at 100 after a second, at 200 after two, and is so still after nine. */
class PositionsTest {
    private final Positions positions = new Positions();

    PositionsTest() {
        positions.add(100, seconds(1));
        positions.add(200, seconds(2));
        positions.add(200, seconds(9));
    }

    @Test
    void countFromWhenThePrimaryHadTheFirstOfWhatAStandbyHasNot() {
        assertEquals(Duration.ofSeconds(9), positions.behind(99, seconds(10)));
        assertEquals(Duration.ofSeconds(8), positions.behind(100, seconds(10)));
        assertEquals(Duration.ofSeconds(8), positions.behind(199, seconds(10)));
    }

    @Test
    void leaveNobodyBehindWhoHasAllHoweverLongThePrimaryHasWrittenNothing() {
        assertEquals(Duration.ZERO, positions.behind(200, seconds(1_000)));
    }

    /** The one that died had written up to 200, the one that follows it begins at 150. */
    @Test
    void forgetWhatAPrimaryHadThatTheNextOneHasNot() {
        positions.add(150, seconds(10));

        assertEquals(Duration.ZERO, positions.behind(150, seconds(20)));
        assertEquals(Duration.ofSeconds(10), positions.behind(120, seconds(20)));
    }

    @Test
    void keepTheLastWhoeverHasIt() {
        positions.forgetUpTo(200);

        assertEquals(Duration.ofSeconds(8), positions.behind(150, seconds(10)));
    }

    private static long seconds(int number) {
        return TimeUnit.SECONDS.toNanos(number);
    }
}
