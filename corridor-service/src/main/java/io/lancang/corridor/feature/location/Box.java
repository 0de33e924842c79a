package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.kit.error.ServiceException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("BoxInput")
@Description("A part of the earth between two parallels and two meridians, borders included. If `west` is greater than"
        + " `east`, it lies across the antimeridian.")
public record Box(
        @Description("Its southern border in degrees north.")
        double south,

        @Description("Its western border in degrees east.") double west,

        @Description("Its northern border in degrees north.")
        double north,

        @Description("Its eastern border in degrees east.") double east) {
    /** @throws ServiceException BAD_USER_INPUT if a border is no degree, or the south is north of the north */
    void check() {
        Degrees.checkLatitude("south", south);
        Degrees.checkLatitude("north", north);
        Degrees.checkLongitude("west", west);
        Degrees.checkLongitude("east", east);
        if (south > north) {
            throw ServiceException.badInput(
                    "The box has its south at " + south + ", north of its north at " + north + ".",
                    "Swap `south` and `north`.");
        }
    }

    /** The condition that {@code current_location l} lies in it. If its west is east of its east, it crosses the antimeridian. */
    String condition(Conditions conditions) {
        String between = "l.latitude between " + conditions.parameter(south) + " and " + conditions.parameter(north);
        String fromWest = "l.longitude >= " + conditions.parameter(west);
        String toEast = "l.longitude <= " + conditions.parameter(east);
        return between + " and (" + fromWest + (west <= east ? " and " : " or ") + toEast + ")";
    }
}
