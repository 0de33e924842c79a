package io.lancang.integration.page;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** For how long two secrets may be good side by side. */
public final class Overlap {
    private static final Duration LONGEST = Duration.ofDays(30);

    private Overlap() {}

    /**
     * Reads one.
     *
     * @throws ServiceException BAD_USER_INPUT for no duration, or one out of range
     */
    public static Duration of(String text) {
        Duration overlap;
        try {
            overlap = Duration.parse(text);
        } catch (DateTimeParseException noDuration) {
            throw ServiceException.badInput(
                    "`overlap` is '" + Brief.value(text) + "', which is no duration of ISO 8601.",
                    "Give one such as PT24H, P7D or PT0S.");
        }
        if (overlap.isNegative() || overlap.compareTo(LONGEST) > 0) {
            throw ServiceException.badInput(
                    "`overlap` is " + Brief.value(text) + "; it must be from PT0S to P30D.",
                    "Give a shorter one, such as P7D; PT0S ends the old one at once.");
        }
        return overlap;
    }
}
