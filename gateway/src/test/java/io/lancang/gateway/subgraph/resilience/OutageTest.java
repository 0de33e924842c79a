package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OutageTest {
    @Test
    void beginsWithTheFirstFailureAfterASuccess() {
        Outage outage = new Outage();
        assertFalse(outage.isLongerThan(0, 100));
        outage.failed(100);
        outage.failed(150);
        assertFalse(outage.isLongerThan(100, 200));
        assertTrue(outage.isLongerThan(100, 201));
    }

    @Test
    void endsWithTheFirstSuccess() {
        Outage outage = new Outage();
        outage.failed(100);
        outage.succeeded();
        assertFalse(outage.isLongerThan(0, 1000));
    }
}
