package io.lancang.corridor.ground.sphere;

/** Distances along a great circle of a sphere with the mean radius of the earth. */
public final class GreatCircle {
    /** The mean radius of the earth (IUGG) in kilometres. */
    public static final double RADIUS_KM = 6371.0088;

    private static final double MILLI = 1000;

    private GreatCircle() {}

    /** Kilometres, to the metre, of a straight distance on the unit sphere. */
    public static double kilometres(double chord) {
        return Math.round(exactKilometres(chord) * MILLI) / MILLI;
    }

    /** Kilometres of a straight distance on the unit sphere, not rounded, so that many of them can be added. */
    public static double exactKilometres(double chord) {
        return 2 * RADIUS_KM * Math.asin(Math.min(1, chord / 2));
    }

    /** Kilometres between two points in degrees, not rounded (haversine formula). */
    public static double kilometres(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        double from = Math.toRadians(fromLatitude);
        double to = Math.toRadians(toLatitude);
        double halfLatitude = Math.sin((to - from) / 2);
        double halfLongitude = Math.sin(Math.toRadians(toLongitude - fromLongitude) / 2);
        double square = halfLatitude * halfLatitude + Math.cos(from) * Math.cos(to) * halfLongitude * halfLongitude;
        return exactKilometres(2 * Math.sqrt(square));
    }

    /**
     * Kilometres of a straight distance on the unit sphere, not rounded, in SQL; null if that is null, which {@code least}
     * would pass over.
     */
    public static String kilometres(String chord) {
        return "2 * " + RADIUS_KM + " * asin(case when (" + chord + ") > 2 then 1 else (" + chord + ") / 2 end)";
    }
}
