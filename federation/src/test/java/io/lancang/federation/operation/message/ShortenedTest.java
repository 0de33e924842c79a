package io.lancang.federation.operation.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShortenedTest {
    @Test
    void leavesAMessageOfEightHundredCharactersAsItIs() {
        String message = "b".repeat(500) + "e".repeat(300);

        assertEquals(message, Shortened.message(message));
    }

    @Test
    void keepsTheBeginningAndTheEndOfALongerMessage() {
        assertEquals(
                "b".repeat(500) + "…" + "e".repeat(300),
                Shortened.message("b".repeat(500) + "left out" + "e".repeat(300)));
    }

    @Test
    void keepsTheBeginningOfAQuotation() {
        assertEquals("abc", Shortened.quote("abc", 3));
        assertEquals("abc…", Shortened.quote("abcd", 3));
    }
}
