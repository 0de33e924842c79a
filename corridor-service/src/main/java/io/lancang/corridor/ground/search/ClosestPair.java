package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.Place;
import io.lancang.corridor.ground.sphere.SpherePoint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the two places, one of each of two sets, that are nearest to each other along a great circle.
 *
 * <p>One set is laid out as a tree that halves it by turns along the three axes of the unit sphere (k-d tree); each place of the
 * other asks it for what is nearer than the nearest so far. That takes some milliseconds for a hundred thousand places, where to
 * compare each with each would take minutes. Belongs to one thread.
 */
public final class ClosestPair {
    private static final int AXES = 3;

    private final List<Point> tree = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private int nearest;

    /** @param at its coordinates on the unit sphere */
    private record Point(int place, double[] at) {
        static Point of(int place, Place.Point point) {
            return new Point(
                    place, SpherePoint.of(point.latitude(), point.longitude()).coordinates());
        }

        double squareTo(Point other) {
            double sum = 0;
            for (int axis = 0; axis < AXES; axis++) {
                sum += (at[axis] - other.at[axis]) * (at[axis] - other.at[axis]);
            }
            return sum;
        }
    }

    /** A pair of places. */
    public record Pair(int from, int to) {}

    private ClosestPair(List<Point> points) {
        tree.addAll(points);
        halve(0, tree.size(), 0);
    }

    /** The nearest pair; null if no place of one of the sets is known to be anywhere. */
    public static @Nullable Pair of(Network network, BitSet from, BitSet to) {
        List<Point> starts = points(network, from);
        ClosestPair search = new ClosestPair(points(network, to));
        Pair pair = null;
        for (Point start : starts) {
            double before = search.least;
            search.ask(start, 0, search.tree.size(), 0);
            if (search.least < before) {
                pair = new Pair(start.place(), search.nearest);
            }
        }
        return pair;
    }

    private static List<Point> points(Network network, BitSet places) {
        List<Point> points = new ArrayList<>();
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            Place.Point point = network.point(place);
            if (point != null) {
                points.add(Point.of(place, point));
            }
        }
        return points;
    }

    /** The middle of each part divides it. */
    private void halve(int first, int end, int axis) {
        if (end - first > 1) {
            tree.subList(first, end).sort(Comparator.comparingDouble(point -> point.at()[axis]));
            int middle = (first + end) >>> 1;
            halve(first, middle, (axis + 1) % AXES);
            halve(middle + 1, end, (axis + 1) % AXES);
        }
    }

    private void ask(Point start, int first, int end, int axis) {
        if (first >= end) {
            return;
        }
        int middle = (first + end) >>> 1;
        Point here = tree.get(middle);
        double square = here.squareTo(start);
        if (square < least) {
            least = square;
            nearest = here.place();
        }
        double beside = start.at()[axis] - here.at()[axis];
        int next = (axis + 1) % AXES;
        if (beside < 0) {
            ask(start, first, middle, next);
        } else {
            ask(start, middle + 1, end, next);
        }
        if (beside * beside < least) {
            if (beside < 0) {
                ask(start, middle + 1, end, next);
            } else {
                ask(start, first, middle, next);
            }
        }
    }
}
