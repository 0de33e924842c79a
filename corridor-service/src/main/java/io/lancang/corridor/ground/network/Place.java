package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.sphere.GreatCircle;
import org.jspecify.annotations.Nullable;

/**
 * A location as the network knows it.
 *
 * @param id its id
 * @param country alpha-3 code of the country that it is in
 * @param point where it is, or null if no source says
 */
public record Place(String id, String country, @Nullable Point point) {
    /**
     * A point on the earth.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     */
    public record Point(double latitude, double longitude) {
        /** Kilometres along a great circle of a sphere with the mean radius of the earth. */
        public double kilometresTo(Point other) {
            return GreatCircle.kilometres(latitude, longitude, other.latitude, other.longitude);
        }
    }
}
