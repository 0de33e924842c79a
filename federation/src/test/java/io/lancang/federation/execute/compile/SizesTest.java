package io.lancang.federation.execute.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SizesTest {
    private final Sizes sizes = new Sizes();

    @Test
    void leavesNoSpareRoomForAnswersOfOneSize() {
        sizes.note(10_000, 90_000);
        sizes.note(10_000, 90_000);

        assertEquals(10_000, sizes.cells());
        assertEquals(90_000, sizes.bytes());
    }

    @Test
    void hasRoomForTheLargerOfTwoKindsOfAnswersMostOfTheTime() {
        sizes.note(8_000, 80_000);
        sizes.note(4_000, 40_000);

        assertEquals(7_500, sizes.cells());
        assertEquals(75_000, sizes.bytes());
    }

    @Test
    void forgetsAnUnusuallyLargeAnswerWithinFortySmallOnes() {
        sizes.note(1_000_000, 10_000_000);
        for (int answer = 0; answer < 40; answer++) {
            sizes.note(100, 1_000);
        }

        assertTrue(sizes.cells() < 10_000, () -> "cells: " + sizes.cells());
        assertTrue(sizes.bytes() < 100_000, () -> "bytes: " + sizes.bytes());
    }

    @Test
    void takesLessThanTheFirstGuessForAPlanOfSmallAnswers() {
        for (int answer = 0; answer < 60; answer++) {
            sizes.note(20, 50);
        }

        assertTrue(sizes.cells() < 20 + 8, () -> "cells: " + sizes.cells());
        assertTrue(sizes.bytes() < 50 + 8, () -> "bytes: " + sizes.bytes());
    }
}
