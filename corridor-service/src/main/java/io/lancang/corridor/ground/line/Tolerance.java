package io.lancang.corridor.ground.line;

import io.lancang.kit.error.ServiceException;

/** How far a line that is drawn may be from the one that is kept, in metres. */
public final class Tolerance {
    /** What is left out of a line unless somebody asks otherwise: what a map of a country does not show. */
    public static final String DEFAULT = "100";

    /** What the argument means. */
    public static final String MEANING =
            "Points that are less than so many metres off the line without them are left out, 0 to 100,000; with 0 none is.";

    private static final double MOST = 100_000;

    private Tolerance() {}

    /**
     * Checks an argument.
     *
     * @throws ServiceException BAD_USER_INPUT if a line cannot be simplified by so many metres
     */
    public static void check(double metres) {
        if (!(metres >= 0 && metres <= MOST)) {
            throw ServiceException.badInput(
                    "`tolerance` is " + metres + "; it must be from 0 to 100,000 metres.",
                    "Send 0 for all points, or what a pixel of the map has.");
        }
    }
}
