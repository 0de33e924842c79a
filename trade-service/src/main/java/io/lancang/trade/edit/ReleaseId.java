package io.lancang.trade.edit;

import io.lancang.kit.error.ServiceException;
import java.util.regex.Pattern;

/** Numbers of releases as arguments. */
final class ReleaseId {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private ReleaseId() {}

    /** @throws ServiceException BAD_USER_INPUT if {@code text} is no number */
    static long parse(String argument, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is '" + text + "', which is no number of a release.",
                    "`tradeEdits` and `datasets { releases { id } }` tell numbers.");
        }
        return Long.parseLong(text);
    }
}
