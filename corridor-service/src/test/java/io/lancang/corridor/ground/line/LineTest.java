package io.lancang.corridor.ground.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A degree of a great circle is 111.19508 km. */
class LineTest {
    /** @param positions longitude and latitude of each point */
    private static Line line(String positions) {
        return new Line(Arrays.stream(positions.split(", ", -1))
                .map(position -> position.split(" ", -1))
                .map(degrees -> new Line.Point(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1])))
                .toList());
    }

    private static double[] tolerances(String positions) {
        String literal = Simplification.tolerances(line(positions));
        return Arrays.stream(literal.substring(1, literal.length() - 1).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Along the equator 0.5 degrees, or 55.59754 km, and 0.01 degrees, or 1.11195 km, up: sqrt(3091.0865 + 1.2364) twice. */
    @Test
    void measuresGreatCirclesFromPointToPoint() {
        assertEquals(new BigDecimal("111.217"), line("100 0, 100.5 0.01, 101 0").kilometres());
    }

    /** A tenth of a metre a hundred times: each is less than what lengths are rounded to. */
    @Test
    void roundsTheSumAndNotItsParts() {
        String steps = IntStream.rangeClosed(0, 100)
                .mapToObj(step ->
                        "100 " + BigDecimal.valueOf(step).movePointLeft(6).toPlainString())
                .collect(Collectors.joining(", "));

        // 0.0001 degrees
        assertEquals(new BigDecimal("0.011"), line(steps).kilometres());
    }

    @Test
    void measuresAcrossTheAntimeridianAndThePole() {
        assertEquals(new BigDecimal("222.390"), line("179 0, -179 0").kilometres());
        assertEquals(new BigDecimal("222.390"), line("0 89, 180 89").kilometres());
    }

    /**
     * C is farthest from the equator, 0.01 degrees or 1,112 m. B is 0.003 degrees off the line from A to C, 333.5 m. F is 0.0145 degrees
     * off the line from C to D, 1,612 m, but is not looked at where C is left out.
     */
    @Test
    void keepsAPointAsLongAsItAndThePointsThatPartTheLineDownToItStay() {
        double[] metres = tolerances("100 0, 100.25 0.002, 100.5 0.01, 100.75 -0.0095, 101 0");

        assertEquals(Double.POSITIVE_INFINITY, metres[0]);
        assertEquals(333.5, metres[1], 0.1);
        assertEquals(1111.95, metres[2], 0.1);
        assertEquals(1111.95, metres[3], 0.1);
        assertEquals(Double.POSITIVE_INFINITY, metres[4]);
    }

    /** The second point lies on the great circle of the others, but 0.1 degrees before the first: 11.1195 km. */
    @Test
    void measuresToTheNearestEndWhereAPointIsNotBesideTheLine() {
        assertEquals(11_119.5, tolerances("100 0, 99.9 0, 101 0")[1], 0.5);
        // The same beyond the other end.
        assertEquals(11_119.5, tolerances("100 0, 101.1 0, 101 0")[1], 0.5);
    }

    /** A line that ends where it begins has no direction: 0.5 degrees from its only end. */
    @Test
    void measuresToTheEndsOfARing() {
        assertEquals(55_597.5, tolerances("100 0, 100.5 0, 100 0")[1], 0.5);
    }
}
