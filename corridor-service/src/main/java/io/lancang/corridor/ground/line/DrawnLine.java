package io.lancang.corridor.ground.line;

import java.util.List;

/**
 * A line as it is drawn.
 *
 * @param positions those of its points that the tolerance leaves, each as longitude and latitude, as RFC 7946 orders them
 * @param km kilometres along all of its points
 * @param pointCount how many points it has
 */
public record DrawnLine(List<List<Double>> positions, double km, int pointCount) {
    public DrawnLine {
        positions = List.copyOf(positions);
    }
}
