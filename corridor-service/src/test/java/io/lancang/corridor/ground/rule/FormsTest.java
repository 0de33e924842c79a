package io.lancang.corridor.ground.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
    @ParameterizedTest
    @ValueSource(strings = {"mohan", "clr-05", "r3a", "a-1-b"})
    void takesIds(String id) {
        assertEquals(true, IdForm.faultOf(id).isEmpty());
    }

    /** The first three are codes, by which clients find a country, an airport and a place. */
    @ParameterizedTest
    @ValueSource(strings = {"LAO", "KMG", "CNKNM", "a--b", "-a", "a-", "a b", "bò", ""})
    void refusesIdsThatMayBeTakenForCodes(String id) {
        assertEquals(
                "'" + id + "' is not of lower-case letters and digits, joined by hyphens, at most 60 characters",
                IdForm.faultOf(id).map(Fault::reason).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"60, true", "61, false"})
    void boundsIds(int length, boolean isFine) {
        assertEquals(isFine, IdForm.faultOf("a".repeat(length)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"0.1, true", "50000, true", "50000.1, false", "1000000000, false", "0, false", "-1, false"})
    void boundsLengths(BigDecimal km, boolean isFine) {
        assertEquals(isFine, Kilometres.faultOf(km).isEmpty());
    }
}
