package io.lancang.corridor.feature.location;

import io.lancang.kit.error.ServiceException;

/** Rules for arguments in degrees. */
final class Degrees {
    private static final int POLE = 90;
    private static final int ANTIMERIDIAN = 180;

    private Degrees() {}

    /** @throws ServiceException BAD_USER_INPUT if {@code value} is no latitude */
    static void checkLatitude(String argument, double value) {
        check(argument, value, POLE);
    }

    /** @throws ServiceException BAD_USER_INPUT if {@code value} is no longitude */
    static void checkLongitude(String argument, double value) {
        check(argument, value, ANTIMERIDIAN);
    }

    private static void check(String argument, double value, int limit) {
        if (!(Math.abs(value) <= limit)) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + value + "; it must be from -" + limit + " to " + limit + " degrees.",
                    "Send degrees north or east, negative ones for south or west.");
        }
    }
}
