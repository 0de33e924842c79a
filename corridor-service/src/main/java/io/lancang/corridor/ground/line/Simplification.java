package io.lancang.corridor.ground.line;

import io.lancang.corridor.ground.sphere.SpherePoint;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells for every point of a line up to which tolerance the simplified line has it (Douglas and Peucker, 1973). The farthest point
 * between two that stay parts the line, and what lies on either side of it stays only where it does: so a point has the least
 * distance of those that parted the line down to it. A line for any tolerance is read from that without simplifying again.
 */
final class Simplification {
    private static final float METRES = 1000;

    private final List<SpherePoint> points;
    private final float[] tolerances;
    private final Deque<Piece> open = new ArrayDeque<>();

    /** @param most metres that no point between the two may have more of */
    private record Piece(int first, int last, float most) {}

    private Simplification(Line line) {
        this.points = line.points().stream().map(Line.Point::onSphere).toList();
        this.tolerances = new float[points.size()];
    }

    /** The greatest tolerance of each point in metres, infinite for the ends: as a literal of an array in PostgreSQL. */
    static String tolerances(Line line) {
        float[] found = new Simplification(line).find();
        return IntStream.range(0, found.length)
                .mapToObj(index -> Float.toString(found[index]))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private float[] find() {
        Arrays.fill(tolerances, Float.POSITIVE_INFINITY);
        open.push(new Piece(0, points.size() - 1, Float.POSITIVE_INFINITY));
        while (!open.isEmpty()) {
            part(open.pop());
        }
        return tolerances;
    }

    private void part(Piece piece) {
        if (piece.last() - piece.first() < 2) {
            return;
        }
        SpherePoint start = points.get(piece.first());
        SpherePoint end = points.get(piece.last());
        int farthest = piece.first() + 1;
        double distance = -1;
        for (int index = piece.first() + 1; index < piece.last(); index++) {
            double km = points.get(index).kilometresTo(start, end);
            if (km > distance) {
                farthest = index;
                distance = km;
            }
        }
        float most = Math.min(piece.most(), (float) distance * METRES);
        tolerances[farthest] = most;
        open.push(new Piece(piece.first(), farthest, most));
        open.push(new Piece(farthest, piece.last(), most));
    }
}
