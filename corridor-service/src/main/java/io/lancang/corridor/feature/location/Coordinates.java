package io.lancang.corridor.feature.location;

import io.lancang.kit.cost.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A point on the earth, WGS 84.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param precision what the point stands for
 * @param source the gazetteer and its entry
 */
@Description("A point on the earth (WGS 84), with what it stands for and where it is from.")
@Cost(weight = 0)
public record Coordinates(
        @Description("Degrees north of the equator, -90 to 90.")
        double latitude,

        @Description("Degrees east of Greenwich, -180 to 180.")
        double longitude,

        @Description("What the point stands for, and so how exact it is.") @NonNull
        CoordinatePrecision precision,

        @Description("The gazetteer and its entry, such as `GeoNames:1804651`.") @Nullable
        String source) {}
