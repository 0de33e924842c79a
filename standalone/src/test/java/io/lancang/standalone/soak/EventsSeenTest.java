package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventsSeenTest {
    private static EventsSeen of(long... releases) {
        EventsSeen seen = new EventsSeen("trade 1");
        LongStream.of(releases).forEach(seen::event);
        return seen;
    }

    @Test
    void isRightWhereEachReleaseCameOnceInOrder() {
        EventsSeen.Comparison compared = of(4, 6, 9).comparedWith(List.of(4L, 6L, 9L));

        assertTrue(compared.isRight());
        assertEquals(3, compared.received());
    }

    @Test
    void namesWhatIsLostDoubledAndOutOfOrder() {
        EventsSeen.Comparison compared = of(4, 9, 6, 9).comparedWith(List.of(4L, 5L, 6L, 9L));

        assertEquals(List.of(5L), compared.lost());
        assertEquals(List.of(9L), compared.doubled());
        assertEquals(List.of(6L), compared.disordered());
        assertFalse(compared.isRight());
    }

    /** The answer to its load may be lost, so that nobody knows of it. */
    @Test
    void takesAReleaseThatNobodyKnowsForNoFault() {
        assertTrue(of(4, 5).comparedWith(List.of(4L)).isRight());
    }
}
