package io.lancang.federation.cost;

/** Arithmetic that stops at the largest cost instead of overflowing. All amounts are 0 or more. */
final class Amounts {
    /** The largest whole number up to which every JSON reader is exact. */
    static final long MAX = (1L << 53) - 1;

    private Amounts() {}

    static long add(long one, long other) {
        return Math.min(one + other, MAX);
    }

    static long multiply(long one, long other) {
        if (one == 0 || other == 0) {
            return 0;
        }
        return one > MAX / other ? MAX : one * other;
    }
}
