package io.lancang.trade.sdmx.series;

/**
 * How figures lie in the index by product.
 *
 * @param asked how many are asked for
 * @param among how many lie there with them, of other areas too
 */
record Spread(long asked, long among) {
    /** So few are sorted before the first series is there. */
    private static final int FEW = 40_000;

    /** More than these do not wait for that, wherever they lie. */
    private static final int MANY = 400_000;

    /** One of so many is close enough to the next. */
    private static final int CLOSE = 4;

    /** Whether they are read in the order of the index, so that the first series is there at once, and not sorted, which takes less time in all. */
    boolean isReadAsIndexed() {
        return asked > MANY || (asked > FEW && asked * CLOSE >= among);
    }
}
