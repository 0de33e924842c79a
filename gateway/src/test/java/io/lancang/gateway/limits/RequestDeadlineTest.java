package io.lancang.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestDeadlineTest {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong nanoTime = new AtomicLong(-5 * MILLISECOND);
    private final Deadline deadline = Deadline.in(Duration.ofMillis(20), nanoTime::get);

    @Test
    void roundsWhatRemainsUp() {
        assertEquals(20, deadline.remainingMillis());

        nanoTime.addAndGet(1);
        assertEquals(20, deadline.remainingMillis());
        nanoTime.addAndGet(MILLISECOND);
        assertEquals(19, deadline.remainingMillis());
    }

    @Test
    void remainsZeroAtItsEndAndLessLater() {
        nanoTime.addAndGet(20 * MILLISECOND);
        assertEquals(0, deadline.remainingMillis());

        nanoTime.addAndGet(10 * MILLISECOND);
        // -10 ms, and a part of one that is rounded up.
        assertEquals(-9, deadline.remainingMillis());
    }

    @Test
    void givesWhatFollowsAsMuchTimeFromItsBeginning() {
        nanoTime.addAndGet(15 * MILLISECOND);

        Deadline next = deadline.again();

        assertEquals(20, next.remainingMillis());
        assertEquals(5, deadline.remainingMillis());
        nanoTime.addAndGet(15 * MILLISECOND);
        assertEquals(5, next.remainingMillis());
    }
}
