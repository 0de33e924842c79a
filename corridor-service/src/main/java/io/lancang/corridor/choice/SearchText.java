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
    /** An index of trigrams has none of a text without three letters or digits in a row, and would be read from end to end. */
    private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{Nd}]{3}");
    /** What has a meaning of its own in a pattern of LIKE. */
    private static final Pattern SPECIAL = Pattern.compile("[%_\\\\]");

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

    /**
     * Adds the condition that a text is found in a column that holds names as {@code current_location.searched} does: in lower
     * case, with blanks for dashes. A text of one word has no dash, so that it is found there just where it is in the names.
     *
     * @param text as it was asked for
     * @param column which has an index of trigrams
     */
    public static void addTo(Conditions conditions, String text, String column) {
        String words = words(text);
        conditions.add(
                TRIGRAM.matcher(words).find()
                        ? column + " like '%' || lower(" + conditions.parameter(literally(words)) + ") || '%'"
                        : "position(lower(" + conditions.parameter(words) + ") in " + column + ") > 0");
    }

    /**
     * Adds the condition that a text is found in names that no column holds as they are compared. Dashes of the names are looked at
     * only for a text of several words: to change them takes as long as all of the rest.
     *
     * @param text as it was asked for
     * @param names SQL expression of a text
     */
    public static void addAsGiven(Conditions conditions, String text, String names) {
        String words = words(text);
        String compared = words.indexOf(' ') < 0
                ? "lower(" + names + ")"
                : "translate(lower(" + names + "), '" + DASHES + "', '" + " ".repeat(DASHES.length()) + "')";
        conditions.add("position(lower(" + conditions.parameter(words) + ") in " + compared + ") > 0");
    }

    private static String words(String text) {
        return BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
    }

    private static String literally(String words) {
        return SPECIAL.matcher(words).replaceAll("\\\\$0");
    }
}
