package io.lancang.corridor.ground.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1435 mm electrified double track, 200 km/h    | 1435      | true
                    1435 mm single                                | 1435      |
                    1000 mm, 25 kV (KTM ETS)                      | 1000      | true
                    1435/1000 mm transshipment                    | 1000 1435 |
                    dual gauge 1435/1000 mm single track          | 1000 1435 |
                    metre gauge connection                        | 1000      |
                    1,000 mm gauge                                | 1000      |
                    standard gauge, not electrified               | 1435      | false
                    1435 mm, unelectrified                        | 1435      | false
                    160 km/h                                      |           |
                    loading gauge of 4500 mm                      |           |
                    """)
    void tellsWhatTheTextSaysAndNoMore(String text, @Nullable String gauges, @Nullable Boolean electrified) {
        Specification specification = Specification.of(Mode.RAIL, text);

        assertEquals(gauges(gauges), specification.gaugesMm());
        assertEquals(electrified, specification.electrified());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4 , 1435 mm                       | 1435
                    1435 / / 1000 mm                  | 1000 1435
                    12345678901 mm                    |
                    99999999999999999999/1435 mm      | 1435
                    , mm                              |
                    /// mm                            |
                    ,,, ,,, mm                        |
                    -1435.5 mm                        |
                    """)
    void takesNoGaugeFromWhatIsNone(String text, @Nullable String gauges) {
        assertEquals(gauges(gauges), Specification.of(Mode.RAIL, text).gaugesMm());
    }

    /** A reader that goes back over what it has read takes hours for some of these. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "1,", "1/", "1,000 ", " ", ",", "1\t", "1 \t", "1m", "1 mm1"})
    void readsALongTextInOneGo(String piece) {
        String text = piece.repeat(1_000_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertEquals(List.of(), Specification.of(Mode.RAIL, text).gaugesMm()));
    }

    @Test
    void givesNoGaugeToAPowerLineOrToSilence() {
        assertEquals(new Specification(List.of(), null), Specification.of(Mode.POWER, "500 kV AC"));
        assertEquals(new Specification(List.of(), null), Specification.of(Mode.RAIL, null));
    }

    private static List<Integer> gauges(@Nullable String expected) {
        return expected == null
                ? List.of()
                : Arrays.stream(expected.split(" ", -1)).map(Integer::valueOf).toList();
    }
}
