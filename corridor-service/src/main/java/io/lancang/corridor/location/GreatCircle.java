package io.lancang.corridor.location;

/** Distances along a great circle of a sphere with the mean radius of the earth, from what the column {@code sphere} tells. */
public final class GreatCircle {
    /** The mean radius of the earth (IUGG) in kilometres. */
    public static final double RADIUS_KM = 6371.0088;

    private static final double MILLI = 1000;

    private GreatCircle() {}

    /** Kilometres, to the metre, of a straight distance on the unit sphere. */
    public static double kilometres(double chord) {
        double km = 2 * RADIUS_KM * Math.asin(Math.min(1, chord / 2));
        return Math.round(km * MILLI) / MILLI;
    }

    /**
     * Kilometres of a straight distance on the unit sphere, not rounded, in SQL; null if that is null, which {@code least}
     * would pass over.
     */
    public static String kilometres(String chord) {
        return "2 * " + RADIUS_KM + " * asin(case when (" + chord + ") > 2 then 1 else (" + chord + ") / 2 end)";
    }
}
