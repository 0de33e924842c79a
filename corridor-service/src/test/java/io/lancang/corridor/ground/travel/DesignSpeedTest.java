package io.lancang.corridor.ground.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignSpeedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    1435 mm electrified single track; 160 km/h passenger, 120 km/h freight | 120
                    4 lanes, 80-100 km/h                                                   | 80
                    1435 mm electrified, 160/120 km/h                                      | 120
                    1435 mm, 160 km/h (120 in Hanoi hub)                                   | 160
                    34 km expressway 4 lanes 80 km/h + 15 km class                         | 80
                    1000 mm single track                                                   | 0
                    1435 mm                                                                | 0
                    5 km/h                                                                 | 0
                    1435 mm, 1200 km/h                                                     | 0
                    """)
    void isReadAsTheSourceWritesIt(String specification, int kmh) {
        assertEquals(kmh, DesignSpeed.of(specification));
    }

    @Test
    void isUnknownWithoutASpecification() {
        assertEquals(DesignSpeed.UNKNOWN, DesignSpeed.of(null));
    }
}
