package io.lancang.federation.plan.tree;

import static io.lancang.federation.plan.tree.Slots.child;
import static io.lancang.federation.plan.tree.Slots.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.plan.query.PathStep;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PositionTest {
    private final Position root = new Position(null, "Query");
    private final Slot stop = slot(root, "Query", "stop", "Stop");
    private final Position stops = child(stop);
    private final Slot zone = slot(stops, "Port", "zone", "Zone");
    private final Position zones = child(zone);

    @Test
    void knowsItsWayFromTheRoot() {
        assertEquals(0, root.depth());
        assertEquals(2, zones.depth());
        assertEquals(List.of(), Paths.of(root));
        // Only ports are asked for their zone.
        assertEquals(List.of(new PathStep(Set.of(), "stop"), new PathStep(Set.of("Port"), "zone")), Paths.of(zones));
        assertEquals("/stop/zone", zones.toString());
    }

    @Test
    void tellsWhatIsForObjectsOfOneTypeOnly() {
        Slot code = slot(zones, "Zone", "code", null);

        assertEquals(List.of(zone), Paths.narrowing(code));
        assertEquals(List.of(zone), Paths.narrowing(zone));
        assertEquals(List.of(), Paths.narrowing(stop));
        assertEquals(List.of(), Paths.narrowing(null));
    }

    @Test
    void isNumberedWithinItsTree() {
        Position another = new Position(null, "Query");

        assertEquals(List.of(0, 1, 2), List.of(root.number(), stops.number(), zones.number()));
        assertEquals(
                List.of(0, 1),
                List.of(
                        another.number(),
                        child(slot(another, "Query", "stop", "Stop")).number()));
    }

    @Test
    void findsItsSlotsByField() {
        Slot ofStations = slot(stops, "Station", "zone", "Zone");

        assertEquals(List.of(zone, ofStations), stops.slots("zone"));
        assertEquals(List.of(zone, ofStations), stops.slots());
        assertEquals(List.of(), stops.slots("code"));
    }

    @Test
    void closesAWayUntilItIsOpenedAgain() {
        stops.close(Way.byEntry(1));

        assertFalse(stops.isOpen(Way.byEntry(1)));
        assertTrue(stops.isOpen(Way.byField(1)));
        assertTrue(stops.isOpen(Way.byEntry(0)));
        stops.open(Way.byEntry(1));
        assertTrue(stops.isOpen(Way.byEntry(1)));
    }
}
