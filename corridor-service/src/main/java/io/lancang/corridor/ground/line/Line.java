package io.lancang.corridor.ground.line;

import io.lancang.corridor.ground.sphere.GreatCircle;
import io.lancang.corridor.ground.sphere.SpherePoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A line on the earth: great circles from point to point.
 *
 * @param points in their order, at least two
 */
public record Line(List<Point> points) {
    /** How many points a line may have; together with their digits they also have to fit into a row of a file. */
    public static final int MOST_POINTS = 10_000;

    private static final int METRES_IN_KM = 3;

    /**
     * A point on the earth (WGS 84).
     *
     * @param longitude degrees east
     * @param latitude degrees north
     */
    public record Point(double longitude, double latitude) {
        SpherePoint onSphere() {
            return SpherePoint.of(latitude, longitude);
        }
    }

    public Line {
        points = List.copyOf(points);
    }

    /** Kilometres along it, to the metre. */
    public BigDecimal kilometres() {
        double sum = 0;
        SpherePoint before = points.getFirst().onSphere();
        for (Point point : points) {
            SpherePoint here = point.onSphere();
            sum += GreatCircle.exactKilometres(before.chordTo(here));
            before = here;
        }
        return BigDecimal.valueOf(sum).setScale(METRES_IN_KM, RoundingMode.HALF_UP);
    }

    /** Degrees east of its points, as a literal of an array in PostgreSQL. */
    public String longitudes() {
        return array(Point::longitude);
    }

    /** Degrees north of its points, as a literal of an array in PostgreSQL. */
    public String latitudes() {
        return array(Point::latitude);
    }

    private String array(ToDoubleFunction<Point> degrees) {
        return points.stream()
                .map(point -> Double.toString(degrees.applyAsDouble(point)))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
