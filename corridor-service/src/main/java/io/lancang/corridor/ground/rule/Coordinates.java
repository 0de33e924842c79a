package io.lancang.corridor.ground.rule;

import java.math.BigDecimal;
import java.util.Optional;

/** Where on earth a place may be. */
public final class Coordinates {
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal ANTIMERIDIAN = BigDecimal.valueOf(180);

    private Coordinates() {}

    /** What is wrong about degrees north; empty if nothing is. */
    public static Optional<Fault> faultOfLatitude(BigDecimal degrees) {
        return faultOf(degrees, POLE);
    }

    /** What is wrong about degrees east; empty if nothing is. */
    public static Optional<Fault> faultOfLongitude(BigDecimal degrees) {
        return faultOf(degrees, ANTIMERIDIAN);
    }

    /** What is wrong where one of the two is given alone; empty if nothing is. */
    public static Optional<Fault> faultOfPair(boolean hasLatitude, boolean hasLongitude) {
        return BothOrNone.faultOf("latitude and longitude", hasLatitude, hasLongitude);
    }

    private static Optional<Fault> faultOf(BigDecimal degrees, BigDecimal limit) {
        return degrees.abs().compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(new Fault(
                        degrees + " is not from -" + limit + " to " + limit + " degrees",
                        "Latitudes are from -90 to 90, longitudes from -180 to 180 degrees."));
    }
}
