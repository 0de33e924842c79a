package io.lancang.corridor.ground.sphere;

/** A point on the unit sphere, where distances need no case for the poles or the antimeridian. */
public record SpherePoint(double x, double y, double z) {
    /** Points nearer to each other than a tenth of a millimetre have no direction between them. */
    private static final double SAME = 1e-11;

    /** The point at a place in degrees. */
    public static SpherePoint of(double latitude, double longitude) {
        double north = Math.toRadians(latitude);
        double east = Math.toRadians(longitude);
        return new SpherePoint(Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north));
    }

    /** Its three coordinates, as a column of the database has them. */
    public double[] coordinates() {
        return new double[] {x, y, z};
    }

    /** The straight distance. */
    public double chordTo(SpherePoint other) {
        return length(x - other.x, y - other.y, z - other.z);
    }

    /** Kilometres to the nearest point of the great circle from {@code start} to {@code end}. */
    public double kilometresTo(SpherePoint start, SpherePoint end) {
        SpherePoint across = start.cross(end);
        double sine = length(across.x, across.y, across.z);
        boolean isBeside = sine > SAME
                && across.cross(start).dot(this) > 0
                && end.cross(across).dot(this) > 0;
        return isBeside
                ? GreatCircle.RADIUS_KM * Math.asin(Math.min(1, Math.abs(across.dot(this)) / sine))
                : GreatCircle.exactKilometres(Math.min(chordTo(start), chordTo(end)));
    }

    private SpherePoint cross(SpherePoint other) {
        return new SpherePoint(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    private double dot(SpherePoint other) {
        return x * other.x + y * other.y + z * other.z;
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
