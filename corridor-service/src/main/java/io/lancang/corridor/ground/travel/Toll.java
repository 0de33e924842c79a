package io.lancang.corridor.ground.travel;

/**
 * What something takes of goods on their way.
 *
 * @param hours hours
 * @param usd US$ a tonne
 */
public record Toll(double hours, double usd) {
    /** Takes nothing. */
    public static final Toll NONE = new Toll(0, 0);

    /** Both together. */
    public Toll plus(Toll other) {
        return new Toll(hours + other.hours, usd + other.usd);
    }
}
