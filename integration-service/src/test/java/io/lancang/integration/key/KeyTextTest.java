package io.lancang.integration.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTextTest {
    @Test
    void isMadeOfTheWholeAlphabet() {
        List<Integer> bounds = new ArrayList<>();
        KeyText key = KeyText.make(bound -> {
            bounds.add(bound);
            return bound - 1;
        });
        assertEquals("lck_zzzzzzzz_" + "z".repeat(43), key.text());
        assertEquals(51, bounds.size());
        assertEquals(new HashSet<>(List.of(62)), new HashSet<>(bounds));
        assertEquals("lck_00000000_" + "0".repeat(43), KeyText.make(bound -> 0).text());
    }

    /** printf 'lck_00000000_%043d' 0 | sha256sum. */
    @Test
    void isFoundByTheHashOfTheWhole() {
        assertEquals(
                "47d8713a0c7ba3910e7125f3bb5191b8a7ca2f144d5064025eb2f1e1170bf346",
                KeyText.make(bound -> 0).hash());
    }

    @Test
    void doesNotTellItsSecretToALog() {
        KeyText key = new KeyText("lck_Abcdef12_" + "S".repeat(43));
        assertEquals("Abcdef12", key.prefix());
        assertFalse(key.toString().contains("SSSS"));
    }

    @Test
    void refusesAnotherForm() {
        for (String text : List.of("", "lck_", "lck_Abcdef12_" + "S".repeat(42), "key_Abcdef12_" + "S".repeat(43))) {
            assertThrows(IllegalArgumentException.class, () -> new KeyText(text));
        }
    }
}
