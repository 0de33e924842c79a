package io.lancang.corridor.ground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void givesTextsByNumberAndNumbersByText() {
        Texts texts = Texts.indexed(3, 4);
        texts.add("kunming");
        texts.add("万象");
        texts.add("");
        assertEquals("万象", texts.get(1));
        assertEquals(0, texts.indexOf("kunming"));
        assertEquals(1, texts.indexOf("万象"));
        assertEquals(2, texts.indexOf(""));
        assertEquals(-1, texts.indexOf("kunmin"));
    }

    @Test
    void tellsTextsOfTheSameHashCodeApart() {
        Texts texts = Texts.indexed(2, 4);
        texts.add("Aa");
        texts.add("BB");
        assertEquals("Aa".hashCode(), "BB".hashCode());
        assertEquals(0, texts.indexOf("Aa"));
        assertEquals(1, texts.indexOf("BB"));
    }

    @Test
    void findsTheFirstOfEqualTexts() {
        Texts texts = Texts.indexed(2, 8);
        texts.add("KMG");
        texts.add("KMG");
        assertEquals(0, texts.indexOf("KMG"));
    }

    @Test
    void findsEachOfManyTexts() {
        Texts texts = Texts.indexed(10_000, 50_000);
        for (int number = 0; number < 10_000; number++) {
            texts.add("g" + number);
        }
        for (int number = 0; number < 10_000; number++) {
            assertEquals(number, texts.indexOf("g" + number));
        }
    }
}
