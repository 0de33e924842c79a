package io.lancang.corridor.change;

import io.lancang.kit.error.ServiceException;
import java.util.regex.Pattern;

/** Reads numbers of releases as clients send them. */
final class ReleaseNumbers {
    private static final Pattern FORM = Pattern.compile("\\d{1,18}");

    private ReleaseNumbers() {}

    /** @throws ServiceException BAD_USER_INPUT if it is none */
    static long read(String argument, String number) {
        if (!FORM.matcher(number).matches()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is '" + number + "', which is no number of a release.",
                    "Send the `release` of an event or a change, or 0.");
        }
        return Long.parseLong(number);
    }
}
