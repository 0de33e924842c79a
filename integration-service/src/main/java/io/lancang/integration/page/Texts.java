package io.lancang.integration.page;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.util.regex.Pattern;

/** Rules of texts that clients, plans and keys have alike. */
public final class Texts {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,62}[a-z0-9]");
    private static final int LONGEST = 200;

    private Texts() {}

    /**
     * The rule of ids of clients and names of plans.
     *
     * @throws ServiceException BAD_USER_INPUT if it is broken
     */
    public static void requireId(String argument, String text) {
        if (!ID.matcher(text).matches()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is '" + Brief.value(text)
                            + "'; it has 3 to 64 small letters, digits and hyphens,"
                            + " begins with a letter and does not end with a hyphen.",
                    "Give one such as `mekong-customs`.");
        }
    }

    /**
     * A text that says something, on one line.
     *
     * @throws ServiceException BAD_USER_INPUT if it is blank, longer than {@value #LONGEST} characters, or has control characters
     */
    public static void requireText(String argument, String text) {
        if (text.isBlank()) {
            throw ServiceException.badInput("`" + argument + "` is blank and must not be.", "Send a text.");
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw ServiceException.badInput(
                    "`" + argument + "` has " + text.length()
                            + " characters, or control characters among them; it may have " + LONGEST + " on one line.",
                    "Shorten it.");
        }
    }

    /** That there are as many of something as there may be. */
    public static ServiceException full(String what, long most, String wayOut) {
        return new ServiceException(
                ErrorCode.LIMIT_EXCEEDED, what + " already, the most that there may be (" + most + ").", wayOut);
    }
}
