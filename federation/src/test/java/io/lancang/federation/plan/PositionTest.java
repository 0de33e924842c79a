package io.lancang.federation.plan;

import static io.lancang.federation.plan.Slots.child;
import static io.lancang.federation.plan.Slots.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void findsItsSlotsByField() {
        Slot ofStations = slot(stops, "Station", "zone", "Zone");

        assertEquals(List.of(zone, ofStations), stops.slots("zone"));
        assertEquals(List.of(zone, ofStations), stops.slots());
        assertEquals(List.of(), stops.slots("code"));
    }

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

    @Test
    void closesAWayUntilItIsOpenedAgain() {
        stops.close(Way.byEntry(1));

        assertFalse(stops.isOpen(Way.byEntry(1)));
        assertTrue(stops.isOpen(Way.byField(1)));
        assertTrue(stops.isOpen(Way.byEntry(0)));
        stops.open(Way.byEntry(1));
        assertTrue(stops.isOpen(Way.byEntry(1)));
    }

    @Test
    void givesTwoFieldsOneAliasOnlyWhereTheyAreTheSame() {
        AliasScope scope = new AliasScope();

        assertEquals("zone", scope.choose(zone, "", "Zone"));
        assertEquals("zone", scope.choose(zone, "", "Zone"));
        assertEquals("zone_1", scope.choose(zone, "(at:1)", "Zone"));
        assertEquals("zone_2", scope.choose(zone, "(at:1)", "Zone!"));
        assertEquals("zone_1", scope.choose(zone, "(at:1)", "Zone"));
        assertSame(scope.below("zone"), scope.below("zone"));
        assertEquals("zone", scope.below("zone").choose(zone, "(at:1)", "Zone"));
    }

    @Test
    void addsPricesAndWaitsForTheLater() {
        assertEquals(new Price(30, 2), new Price(10, 2).plus(new Price(20, 1)));
        assertEquals(new Price(30, 2), new Price(20, 1).plus(new Price(10, 2)));
        assertEquals(new Price(10, 2), Price.NOTHING.plus(new Price(10, 2)));
    }
}
