package io.lancang.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.limits.Places.Answer;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(3, 2);

    @Test
    void leavesPlacesForOthersWhereOneClientHasAllThatItMay() {
        assertEquals(Answer.TAKEN, places.enter("a"));
        assertEquals(Answer.TAKEN, places.enter("a"));
        assertEquals(Answer.CLIENT_FULL, places.enter("a"));
        assertEquals(Answer.CLIENT_FULL, places.enter("a"));
        assertEquals(Answer.TAKEN, places.enter("b"));
        assertEquals(Answer.FULL, places.enter("c"));
        assertEquals(Answer.FULL, places.enter("c"));
        assertEquals(3, places.running());
    }

    @Test
    void givesAPlaceToTheNextOnceSomebodyLeaves() {
        places.enter("a");
        places.enter("a");
        places.enter("b");

        places.leave("a");
        assertEquals(2, places.running());
        assertEquals(Answer.TAKEN, places.enter("a"));
        assertEquals(Answer.FULL, places.enter("c"));
    }

    @Test
    void holdsAsManyBytesAsItMayAndNoneOfWhatItRefuses() {
        BytePot pot = new BytePot(10);

        assertTrue(pot.take(6));
        assertFalse(pot.take(5));
        assertTrue(pot.take(4));
        assertEquals(10, pot.held());
        pot.giveBack(6);
        assertEquals(4, pot.held());
    }
}
