package io.lancang.federation.execute.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UsualSizeTest {
    private final UsualSize usual = new UsualSize(1_000);

    @Test
    void isTheFirstGuessUntilSomethingIsTaken() {
        assertEquals(1_000, usual.room());
    }

    @Test
    void leavesNoSpareRoomForRequestsOfOneSize() {
        usual.note(10_000);
        usual.note(10_000);

        assertEquals(10_000, usual.room());
    }

    @Test
    void hasRoomForTheLargerOfTwoKindsOfRequestsMostOfTheTime() {
        usual.note(8_000);
        usual.note(4_000);

        assertEquals(7_500, usual.room(), "8,000 - (8,000 - 4,000) / 8");
    }

    @Test
    void forgetsAnUnusuallyLargeRequestWithinFortySmallOnes() {
        usual.note(1_000_000);
        for (int request = 0; request < 40; request++) {
            usual.note(100);
        }

        assertTrue(usual.room() < 10_000, () -> "room: " + usual.room());
    }

    @Test
    void takesLessThanTheFirstGuessForSmallRequests() {
        for (int request = 0; request < 60; request++) {
            usual.note(20);
        }

        assertTrue(usual.room() < 20 + 8, () -> "room: " + usual.room());
    }
}
