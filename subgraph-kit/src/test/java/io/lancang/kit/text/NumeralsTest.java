package io.lancang.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.50", "12345678901234567890.12345678901234567890", "1e3", "5.1e-18", "+7"})
    void readsANumberAsItIsWritten(String text) {
        assertEquals(new BigDecimal(text), Numerals.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999999", "1e-999999999", "1e20", "123456789012345678901", "0.123456789012345678901", "0e21"
            })
    void refusesANumberOfMoreDigitsThanAnythingHas(String text) {
        NumberFormatException refused = assertThrows(NumberFormatException.class, () -> Numerals.read(text));

        assertEquals(
                "'" + text
                        + "' is too large or too fine; a number has at most 20 digits before its point and 20 behind"
                        + " it",
                refused.getMessage());
    }

    @Test
    void makesNoNumberOfALongText() {
        NumberFormatException refused =
                assertThrows(NumberFormatException.class, () -> Numerals.read("9".repeat(100_000)));

        assertTrue(String.valueOf(refused.getMessage())
                .contains("… (100000 characters)' has 100000 characters; a number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "1,5", "NaN", "1e99999999999999999999", "0x10", ""})
    void refusesWhatIsNoNumber(String text) {
        NumberFormatException refused = assertThrows(NumberFormatException.class, () -> Numerals.read(text));

        assertEquals("'" + text + "' is no number", refused.getMessage());
    }
}
