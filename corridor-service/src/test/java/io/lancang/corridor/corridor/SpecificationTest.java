package io.lancang.corridor.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        List<Integer> expected = gauges == null
                ? List.of()
                : Arrays.stream(gauges.split(" ", -1)).map(Integer::valueOf).toList();
        assertEquals(expected, specification.gaugesMm());
        assertEquals(electrified, specification.electrified());
    }

    @Test
    void givesNoGaugeToAPowerLineOrToSilence() {
        assertEquals(new Specification(List.of(), null), Specification.of(Mode.POWER, "500 kV AC"));
        assertEquals(new Specification(List.of(), null), Specification.of(Mode.RAIL, null));
    }
}
