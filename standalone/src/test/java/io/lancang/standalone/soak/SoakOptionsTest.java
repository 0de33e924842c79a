package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoakOptionsTest {
    @Test
    void lastsHalfAnHourAtAModestRateUnlessToldOtherwise() {
        SoakOptions options = SoakOptions.parse(List.of());

        assertEquals(Duration.ofMinutes(30), options.length());
        assertEquals(60, options.rate());
        assertEquals(2, options.each());
        assertEquals(Upheaval.all(), options.upheavals());
        assertNull(options.data());
    }

    @Test
    void takesWhatItIsTold() {
        SoakOptions options = SoakOptions.parse(
                List.of("--minutes", "3", "--rate", "20", "--each", "3", "--only", "fail-over,kill-trade"));

        assertEquals(Duration.ofMinutes(3), options.length());
        assertEquals(20, options.rate());
        assertEquals(3, options.each());
        assertEquals(List.of(Upheaval.FAIL_OVER, Upheaval.KILL_TRADE), options.upheavals());
        assertEquals(List.of(), SoakOptions.parse(List.of("--calm")).upheavals());
    }

    @ParameterizedTest
    @CsvSource({"--minutes,0", "--rate,x", "--each,6", "--each,1", "--only,kill-everything", "--only,"})
    void saysWhatIsWrong(String option, @Nullable String value) {
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class,
                () -> SoakOptions.parse(value == null ? List.of(option) : List.of(option, value)));

        String expected = value == null ? "--only needs a value" : "'" + value + "'";
        assertTrue(String.valueOf(wrong.getMessage()).contains(expected), wrong::toString);
    }

    @Test
    void knowsNoOtherOption() {
        assertThrows(IllegalArgumentException.class, () -> SoakOptions.parse(List.of("--fast")));
    }
}
