package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.sphere.GreatCircle;
import io.lancang.corridor.ground.sphere.SpherePoint;
import io.lancang.kit.error.ServiceException;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** A point that a list is ordered by distance from. */
@Input("NearInput")
@Description("A point that locations are ordered by distance from.")
public record Near(
        @Description("Degrees north of the equator, -90 to 90.")
        double latitude,

        @Description("Degrees east of Greenwich, -180 to 180.")
        double longitude,

        @Description("Only locations within this many kilometres along a great circle; no limit if left out.") @Nullable
        Double radiusKm) {
    private static final double HALF_ROUND_KM = Math.PI * GreatCircle.RADIUS_KM;

    /** @throws ServiceException BAD_USER_INPUT if it is no point of the earth, or the radius is not above 0 */
    void check() {
        Degrees.checkLatitude("latitude", latitude);
        Degrees.checkLongitude("longitude", longitude);
        if (radiusKm != null && !(radiusKm > 0)) {
            throw ServiceException.badInput(
                    "`radiusKm` is " + radiusKm + "; it must be above 0.",
                    "Send kilometres, or leave it out for no limit.");
        }
    }

    /**
     * The condition that {@code current_location l} has a place on the earth and is near enough. The cube is what the index can look
     * for; it has corners, and what lies in them is not near enough. Without a limit there is no cube: the planner takes any for a
     * small one.
     */
    String condition(Conditions conditions) {
        OptionalDouble longest = longestChord();
        if (longest.isEmpty()) {
            return "l.sphere is not null";
        }
        String point = point(conditions);
        String chord = conditions.parameter(longest.getAsDouble()) + "::float8";
        return "l.sphere is not null and cube_enlarge(" + point + ", " + chord + ", 3) @> l.sphere and l.sphere <-> "
                + point + " <= " + chord;
    }

    /** The point on the unit sphere as a value of a statement, as the column {@code sphere} has it. */
    String point(Conditions conditions) {
        Double[] onSphere = Arrays.stream(SpherePoint.of(latitude, longitude).coordinates())
                .boxed()
                .toArray(Double[]::new);
        return "cube(" + conditions.parameter(onSphere) + "::float8[])";
    }

    /** The straight distance on the unit sphere of what is {@code radiusKm} away; empty if there is no limit. */
    private OptionalDouble longestChord() {
        if (radiusKm == null) {
            return OptionalDouble.empty();
        }
        double km = Math.min(radiusKm, HALF_ROUND_KM);
        return OptionalDouble.of(2 * Math.sin(km / (2 * GreatCircle.RADIUS_KM)));
    }
}
