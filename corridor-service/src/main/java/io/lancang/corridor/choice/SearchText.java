package io.lancang.corridor.choice;

import io.lancang.kit.error.ServiceException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that is looked for in names. Names join places by dashes of several kinds, which nobody types: a dash is as good as
 * a blank, on both sides of the comparison.
 */
public final class SearchText {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Pd}]+");
    /** Hyphens, en dash, em dash and horizontal bar; not a regular expression, which would cost a search of many names. */
    private static final String DASHES = "-‐‑‒–—―";

    /** Longer than any name. */
    private static final int LONGEST = 200;

    private SearchText() {}

    /** A text as it is compared here, where there is no statement to do it: in lower case, with a blank between words. */
    static String folded(String text) {
        return BETWEEN_WORDS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /**
     * Checks an argument.
     *
     * @throws ServiceException BAD_USER_INPUT for a text without a word to look for
     */
    public static void check(String argument, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw ServiceException.badInput(
                    "`" + argument + "` has " + text.length() + " characters; at most " + LONGEST + " are looked for.",
                    "Send a part of a name.");
        }
        if (text != null && folded(text).isEmpty()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is '" + text + "', which has no word to look for.",
                    "Send a part of a name, or leave it out.");
        }
    }

    /** The text as a parameter of a statement that has a condition by {@link #isIn}; null if there is none. */
    public static @Nullable String parameter(@Nullable String text) {
        return text == null ? null : BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
    }

    /**
     * The SQL condition that a parameter is found in a text, in any case. Dashes of the text are looked at only for a parameter
     * of several words: to change them takes as long as all of the rest.
     *
     * @param parameter such as {@code $3}
     * @param text SQL expression of a text
     */
    public static String isIn(String parameter, String text) {
        return """
                position(lower(%1$s) in case when position(' ' in %1$s) = 0 then lower(%2$s)
                                        else translate(lower(%2$s), '%3$s', '%4$s') end) > 0
                """.formatted(parameter, text, DASHES, " ".repeat(DASHES.length()));
    }
}
