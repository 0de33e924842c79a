package io.lancang.corridor.changes.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lancang.corridor.changes.release.LineText.Reading;
import io.lancang.corridor.ground.line.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    POINT (100 0)              | 'POINT (100 0)' is no line written LINESTRING (longitude latitude, longitude latitude)
                    LINESTRING (100 0)         | has 1 point; a line has from 2 to 10000
                    LINESTRING (100 0, 101)    | '101' is no position: a longitude, a blank and a latitude
                    LINESTRING (100 0, 101 95) | 95 is not from -90 to 90 degrees
                    LINESTRING (181 0, 101 0)  | 181 is not from -180 to 180 degrees
                    LINESTRING (100 0, 1o1 0)  | '1o1' is no number
                    LINESTRING (100 0, 100 0)  | has all of its points at one place
                    """)
    void refusesWhatIsNoLineOnTheEarth(String text, String reason) {
        String message = assertInstanceOf(Reading.Refused.class, LineText.read(text))
                .fault()
                .reason();

        assertEquals(reason, message);
    }

    @Test
    void takesTenThousandPointsAndNotOneMore() {
        String most = IntStream.range(0, Line.MOST_POINTS)
                .mapToObj(place -> "100 0." + (1000 + place))
                .collect(Collectors.joining(","));

        assertEquals(
                Line.MOST_POINTS,
                assertInstanceOf(Reading.Read.class, LineText.read("LINESTRING (" + most + ")"))
                        .line()
                        .points()
                        .size());
        assertEquals(
                "has 10001 points; a line has from 2 to 10000",
                assertInstanceOf(Reading.Refused.class, LineText.read("LINESTRING(" + most + ",100 0)"))
                        .fault()
                        .reason());
    }

    @Test
    void writesSevenDigitsAndNoExponent() {
        assertEquals(
                "LINESTRING (102.1234568 0.0000001, 1 2)",
                LineText.of(List.of(
                        LineText.position(new BigDecimal("102.12345678"), new BigDecimal("1E-7")),
                        LineText.position(BigDecimal.ONE, BigDecimal.TWO))));
    }
}
