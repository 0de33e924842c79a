package io.lancang.corridor.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * A network made up by chance, the same for the same size: places strewn evenly over a rectangle, each joined to
 * neighbours, countries in a grid, corridors of a hundred segments. It is as dense at every size, so that only the size
 * differs.
 */
final class GeneratedNetwork {
    /** Three segments for each place, as asked. */
    static final int SEGMENTS_PER_LOCATION = 3;

    /** Countries whose places may lie anywhere, as far as the rules of the file go. */
    private static final String[] COUNTRIES = {"AU", "PG", "SB", "FJ", "NC", "VU", "WS", "TO", "TV"};

    private static final int GRID = 3;
    private static final int SEGMENTS_PER_CORRIDOR = 100;
    private static final double PLACES_PER_CELL = 4;
    private static final double KM_PER_CELL = 30;
    private static final double KM_PER_DEGREE = 111.2;
    private static final int SOUTH = -20;
    private static final int WEST = 90;

    private final Random random;
    private final int locations;
    private final int side;
    private final double[] east;
    private final double[] north;
    private final List<int[]> segments = new ArrayList<>();

    GeneratedNetwork(int locations) {
        this.random = new Random(locations);
        this.locations = locations;
        this.side = (int) Math.ceil(Math.sqrt(locations / PLACES_PER_CELL));
        this.east = random.doubles(locations, 0, side).toArray();
        this.north = random.doubles(locations, 0, side).toArray();
        join();
    }

    int locations() {
        return locations;
    }

    int segments() {
        return segments.size();
    }

    /** The two locations of each segment. */
    List<int[]> ends() {
        return segments;
    }

    /** Kilometres between the locations of each segment, in a straight line. */
    double[] lengths() {
        return segments.stream()
                .mapToDouble(ends -> distance(ends[0], ends[1]) * KM_PER_CELL)
                .toArray();
    }

    static String id(int location) {
        return "g" + location;
    }

    double latitude(int location) {
        return SOUTH + north[location] * KM_PER_CELL / KM_PER_DEGREE;
    }

    double longitude(int location) {
        return WEST + east[location] * KM_PER_CELL / KM_PER_DEGREE;
    }

    /** Joins every place to those of its neighbours that come after it in the numbering, nearest first. */
    private void join() {
        List<List<Integer>> cells = new ArrayList<>();
        for (int cell = 0; cell < side * side; cell++) {
            cells.add(new ArrayList<>());
        }
        for (int place = 0; place < locations; place++) {
            cells.get(cell(east[place], north[place])).add(place);
        }
        Set<Long> joined = new HashSet<>();
        int reach = 0;
        while (segments.size() < SEGMENTS_PER_LOCATION * locations) {
            reach++;
            for (int place = 0; place < locations && segments.size() < SEGMENTS_PER_LOCATION * locations; place++) {
                joinNearest(place, reach, cells, joined);
            }
        }
    }

    /** Joins {@code place} to its {@code rank}-th neighbour. */
    private void joinNearest(int place, int rank, List<List<Integer>> cells, Set<Long> joined) {
        List<Integer> near = new ArrayList<>();
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                double x = east[place] + dx;
                double y = north[place] + dy;
                if (x >= 0 && x < side && y >= 0 && y < side) {
                    near.addAll(cells.get(cell(x, y)));
                }
            }
        }
        near.remove(Integer.valueOf(place));
        near.sort((one, other) -> Double.compare(distance(place, one), distance(place, other)));
        if (near.size() >= rank) {
            int other = near.get(rank - 1);
            long key = (long) Math.min(place, other) * locations + Math.max(place, other);
            if (joined.add(key)) {
                segments.add(new int[] {place, other});
            }
        }
    }

    private int cell(double x, double y) {
        return ((int) x) * side + (int) y;
    }

    private double distance(int one, int other) {
        return Math.hypot(east[one] - east[other], north[one] - north[other]);
    }

    /** Rows of {@code nodes.csv}. */
    String locationRows() {
        StringBuilder rows = new StringBuilder();
        for (int place = 0; place < locations; place++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "%s,Place %d,地 %d,%s,,%s,,,%.5f,%.5f,generated,place,,%n",
                    id(place),
                    place,
                    place,
                    country(place),
                    place % 50 == 0 ? "border_crossing" : "city",
                    latitude(place),
                    longitude(place)));
        }
        return rows.toString();
    }

    private String country(int place) {
        int column = (int) (east[place] * GRID / side);
        int row = (int) (north[place] * GRID / side);
        return COUNTRIES[row * GRID + column];
    }

    /** Rows of {@code corridors.csv}. */
    String corridorRows() {
        StringBuilder rows = new StringBuilder();
        for (int corridor = 0; corridor * SEGMENTS_PER_CORRIDOR < segments.size(); corridor++) {
            int first = segments.get(corridor * SEGMENTS_PER_CORRIDOR)[0];
            rows.append(String.format(
                    Locale.ROOT,
                    "c%d,Corridor %d,走廊 %d,road,%s,operational,,,,%n",
                    corridor,
                    corridor,
                    corridor,
                    country(first)));
        }
        return rows.toString();
    }

    /** Rows of {@code segments.csv}: two thirds road, a third rail of two gauges; nine of ten in service. */
    String segmentRows() {
        StringBuilder rows = new StringBuilder();
        for (int index = 0; index < segments.size(); index++) {
            int[] ends = segments.get(index);
            double km = Math.max(0.1, distance(ends[0], ends[1]) * KM_PER_CELL);
            boolean isRail = random.nextInt(3) == 0;
            String spec = isRail ? (random.nextBoolean() ? "1435 mm electrified" : "1000 mm") : "";
            String length = random.nextBoolean() ? String.format(Locale.ROOT, "%.1f", km * 1.2) : "";
            rows.append(String.format(
                    Locale.ROOT,
                    "s%d,c%d,%d,%s,%s,%s,Segment %d,%s,%s,,%s,2010,,,%.1f,%n",
                    index,
                    index / SEGMENTS_PER_CORRIDOR,
                    index % SEGMENTS_PER_CORRIDOR + 1,
                    id(ends[0]),
                    id(ends[1]),
                    isRail ? "rail" : "road",
                    index,
                    length,
                    spec,
                    random.nextInt(10) == 0 ? "planned" : "operational",
                    km));
        }
        return rows.toString();
    }
}
