package io.lancang.trade.totals;

/**
 * From which release to which a fact is seen. A moment is named by the last release that was published then; the present by
 * {@link #PRESENT}.
 *
 * @param release the release that gave it
 * @param supersededBy the release that took its place; {@link #NEVER} if none has
 */
record Lifetime(int release, int supersededBy) {
    /** No release has this number. */
    static final int NEVER = Integer.MAX_VALUE;

    /** After every release. */
    static final int PRESENT = Integer.MAX_VALUE - 1;

    boolean sees(int moment) {
        return isSeen(release, supersededBy, moment);
    }

    static boolean isSeen(int release, int supersededBy, int moment) {
        return release <= moment && supersededBy > moment;
    }
}
