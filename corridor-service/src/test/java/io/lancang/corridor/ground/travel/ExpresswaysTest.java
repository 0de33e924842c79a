package io.lancang.corridor.ground.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpresswaysTest {
    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            Vientiane-Boten Expressway, true
            EXPRESSWAY G8011,           true
            M4 motorway (toll),         true
            two expressways,            false
            National Route 13,          false
            Highway 21,                 false
            Autobahn,                   false
            null,                       false
            """)
    void anExpresswayIsCalledSo(String text, boolean isExpressway) {
        assertEquals(isExpressway, Expressways.isNamedIn(text));
    }
}
