package io.lancang.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BriefTest {
    private static final String MOST = "x".repeat(100);

    @Test
    void repeatsAValueOfAllTheCharactersThatMayBe() {
        assertEquals(MOST, Brief.value(MOST));
    }

    @Test
    void saysHowLongAValueIsOfWhichItRepeatsTheBeginning() {
        assertEquals(MOST + "… (101 characters)", Brief.value(MOST + "y"));
    }

    /** A rocket takes two places, of which only the first would fit. */
    @Test
    void cutsNoCharacterInHalf() {
        String before = "x".repeat(99);

        assertEquals(before + "… (101 characters)", Brief.value(before + "\uD83D\uDE80"));
    }
}
