package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.travel.LinkTravel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small networks for tests. */
public final class NetworkFixture {
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
}
