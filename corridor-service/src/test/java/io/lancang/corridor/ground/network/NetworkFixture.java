package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.travel.LinkTravel;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Small networks for tests. */
public final class NetworkFixture {
    private static final String[] COUNTRIES = {"CHN", "VNM", "LAO", "THA", "KHM", "MMR", "MYS", "SGP", "IDN"};
    private static final double KM_BETWEEN = 15;

    private NetworkFixture() {}

    /**
     * A network of railways in service, each of 1 km.
     *
     * @param places how many places; the id of each is its number
     * @param links such as {@code 0-1 1-2}; the id of each is its number, too
     */
    public static Network network(int places, String links) {
        String[] all = links.split(" ", -1);
        NetworkBuilder builder = new NetworkBuilder(new NetworkSize(places, 0, 0, all.length, 0));
        for (int place = 0; place < places; place++) {
            builder.add(new Place(Integer.toString(place), "LAO", null), null, null);
        }
        for (int link = 0; link < all.length; link++) {
            String[] ends = all[link].split("-", -1);
            builder.add(
                    "line",
                    new NetworkBuilder.LinkRow(
                            Integer.toString(link),
                            ends[0],
                            ends[1],
                            Mode.RAIL,
                            StatusOnDay.now(Status.OPERATIONAL),
                            List.of(),
                            LinkTravel.of(Mode.RAIL),
                            1.0,
                            null),
                    true);
        }
        return builder.build();
    }

    /** A network of places at these points, without a link; null is a place of which nobody knows where it is. */
    public static Network places(List<Place.@Nullable Point> points) {
        NetworkBuilder builder = new NetworkBuilder(new NetworkSize(points.size(), 0, 0, 0, 0));
        for (int place = 0; place < points.size(); place++) {
            builder.add(new Place(Integer.toString(place), "LAO", points.get(place)), null, null);
        }
        return builder.build();
    }

    /**
     * Places strewn evenly over a square of three by three countries, as dense at every size, each with a link to its neighbours in the
     * east and the south: two of three are roads, the others railways of one of two gauges. The same for the same size.
     *
     * @param side how many places there are in a row, and how many rows; the id of place {@code row * side + column} is its number
     */
    public static Network mesh(int side) {
        Random random = new Random(side);
        double[] east = random.doubles((long) side * side, 0, 0.9).toArray();
        double[] north = random.doubles((long) side * side, 0, 0.9).toArray();
        NetworkBuilder builder = new NetworkBuilder(new NetworkSize(side * side, 0, 0, 3 * side * side, 0));
        for (int place = 0; place < side * side; place++) {
            int country = 3 * (place / side * 3 / side) + place % side * 3 / side;
            builder.add(new Place(Integer.toString(place), COUNTRIES[country], null), null, null);
        }
        int links = 0;
        for (int place = 0; place < side * side; place++) {
            for (int[] step : new int[][] {{1, 0}, {0, 1}, {1, 1}}) {
                int column = place % side + step[0];
                int row = place / side + step[1];
                if (column < side && row < side) {
                    int other = row * side + column;
                    double km = KM_BETWEEN
                            * Math.hypot(step[0] + east[other] - east[place], step[1] + north[other] - north[place]);
                    boolean isRail = random.nextInt(3) == 0;
                    builder.add(
                            "line",
                            new NetworkBuilder.LinkRow(
                                    Integer.toString(links++),
                                    Integer.toString(place),
                                    Integer.toString(other),
                                    isRail ? Mode.RAIL : Mode.ROAD,
                                    StatusOnDay.now(Status.OPERATIONAL),
                                    isRail ? List.of(random.nextBoolean() ? 1435 : 1000) : List.of(),
                                    LinkTravel.of(isRail ? Mode.RAIL : Mode.ROAD),
                                    Math.max(0.1, km),
                                    null),
                            true);
                }
            }
        }
        return builder.build();
    }
}
