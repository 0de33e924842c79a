package io.lancang.federation.plan.search;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PositionStateTest {
    private final PositionState stops = new PositionState();

    @Test
    void forgetsOptionsWhenThePlanChanges() {
        Options any = new Options(1);
        Options deferred = new Options(1);
        stops.note("Port", Use.ANY, 7, any);
        stops.note("Port", Use.DEFERRED, 7, deferred);

        assertSame(any, stops.options("Port", Use.ANY, 7));
        assertSame(deferred, stops.options("Port", Use.DEFERRED, 7));
        assertNull(stops.options("Port", Use.ANY, 8));
        assertNull(stops.options("Station", Use.ANY, 7));
    }
}
