package io.lancang.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClientRateTest {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

    private final ClientRate rate = new ClientRate(2);

    @Test
    void countsEachClientForItself() {
        assertFalse(rate.isTooMany("a", 0));
        assertFalse(rate.isTooMany("a", 1));
        assertTrue(rate.isTooMany("a", WINDOW));
        assertFalse(rate.isTooMany("b", WINDOW));
    }

    @Test
    void beginsAnewAfterAWindow() {
        rate.isTooMany("a", 0);
        rate.isTooMany("a", 0);

        assertFalse(rate.isTooMany("a", WINDOW + 1));
        assertFalse(rate.isTooMany("a", WINDOW + 1));
        assertTrue(rate.isTooMany("a", WINDOW + 1));
    }

    @Test
    void countsAWindowFromItsFirst() {
        rate.isTooMany("a", 0);
        rate.isTooMany("a", WINDOW / 2);

        // The third is the first of another window, although the second is half a window away.
        assertFalse(rate.isTooMany("a", WINDOW + 1));
        assertFalse(rate.isTooMany("a", WINDOW + 2));
        assertTrue(rate.isTooMany("a", WINDOW + 3));
    }

    @Test
    void keepsNobodyLongerThanAWindow() {
        rate.isTooMany("a", 0);

        rate.check(WINDOW);
        assertFalse(rate.isEmpty());
        rate.check(WINDOW + 1);
        assertTrue(rate.isEmpty());
    }
}
