package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.subgraph.resilience.Bulkhead.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final List<String> turns = new ArrayList<>();
    private final Bulkhead bulkhead = new Bulkhead(1, 2);

    @Test
    void handsAPlaceToWhoHasWaitedLongest() {
        assertEquals(Entry.ENTERED, bulkhead.enter(free -> turns.add("first")));
        assertEquals(Entry.WAITS, bulkhead.enter(free -> turns.add("second")));
        assertEquals(Entry.WAITS, bulkhead.enter(free -> turns.add("third")));

        bulkhead.leave();

        assertEquals(List.of("second"), turns);
        assertEquals(1, bulkhead.running());
        assertEquals(1, bulkhead.waiting());
    }

    @Test
    void refusesWhenTooManyWait() {
        bulkhead.enter(free -> turns.add("first"));
        bulkhead.enter(free -> turns.add("second"));
        bulkhead.enter(free -> turns.add("third"));

        assertEquals(Entry.REFUSED, bulkhead.enter(free -> turns.add("fourth")));
    }

    @Test
    void forgetsWhoGivesUpAndSaysWhenItIsTooLate() {
        Consumer<Bulkhead> second = free -> turns.add("second");
        bulkhead.enter(free -> turns.add("first"));
        bulkhead.enter(second);

        assertTrue(bulkhead.giveUp(second));
        assertFalse(bulkhead.giveUp(second));
        bulkhead.leave();

        assertEquals(List.of(), turns);
        assertEquals(0, bulkhead.running());
    }
}
