package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void doublesUpToTheLongest() {
        Backoff backoff = new Backoff(50, 1000, () -> 0);
        assertEquals(50, backoff.millis(1));
        assertEquals(100, backoff.millis(2));
        assertEquals(800, backoff.millis(5));
        assertEquals(1000, backoff.millis(6));
        assertEquals(1000, backoff.millis(100));
    }

    @Test
    void leavesOutHalfAtMost() {
        assertEquals(25, new Backoff(50, 1000, () -> 1).millis(1));
    }
}
