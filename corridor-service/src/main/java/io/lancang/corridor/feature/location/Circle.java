package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.kit.error.ServiceException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** What lies within a distance of a point. */
@Input("CircleInput")
@Description("All that lies within a distance of a point, along great circles.")
public record Circle(
        @Description("Degrees north of the equator, -90 to 90.")
        double latitude,

        @Description("Degrees east of Greenwich, -180 to 180.")
        double longitude,

        @Description("Kilometres along a great circle, above 0.")
        double radiusKm) {
    /** @throws ServiceException BAD_USER_INPUT if its middle is no point of the earth, or the radius is not above 0 */
    void check() {
        near().check();
    }

    /** The condition that {@code current_location l} lies in it. */
    String condition(Conditions conditions) {
        return near().condition(conditions);
    }

    private Near near() {
        return new Near(latitude, longitude, radiusKm);
    }
}
