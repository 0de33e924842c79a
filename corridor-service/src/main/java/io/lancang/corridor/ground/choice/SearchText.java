package io.lancang.corridor.ground.choice;

import io.lancang.kit.error.ServiceException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that is looked for in names. Names join places by dashes of several kinds, which nobody types: a dash is as good as
 * a blank, on both sides of the comparison.
 */
public final class SearchText {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Pd}]+");
    /** What stands above and below Latin letters; marks of other scripts are parts of their letters. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");
    /** An index of trigrams has none of a text without three letters or digits in a row, and would be read from end to end. */
    private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{Nd}]{3}");
    /** What has a meaning of its own in a pattern of LIKE. */
    private static final Pattern SPECIAL = Pattern.compile("[%_\\\\]");

    /** Longer than any name. */
    private static final int LONGEST = 200;

    private SearchText() {}

    /** As the database's function {@code search_text} does, where there is no statement to do it; with single blanks. */
    static String folded(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        String letters = ACCENTS.matcher(plain)
                .replaceAll("")
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('ı', 'i');
        return BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip();
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
     * Adds the condition that a text is found in a name of a location, the English, the Chinese or another one. Each of the two
     * columns that hold names as they are compared has an index of trigrams.
     *
     * @param text as it was asked for
     * @param id SQL expression of the location's id
     */
    public static void addNamesOfLocation(Conditions conditions, String text, String id) {
        Function<String, String> found = found(conditions, text);
        conditions.add(id + " in (select x.id from current_location x where " + found.apply("x.searched")
                + " union all select n.subject from current_name n where n.subject_kind = 'LOCATION' and "
                + found.apply("n.searched") + ")");
    }

    /**
     * Adds the condition that a text is found in names that no column holds as they are compared, or in an alternate name.
     *
     * @param text as it was asked for
     * @param names SQL expression of a text
     * @param subjectKind the kind that alternate names have
     * @param id SQL expression of the id that they have
     */
    public static void addNames(Conditions conditions, String text, String names, String subjectKind, String id) {
        Function<String, String> found = found(conditions, text);
        conditions.add("(" + found.apply("search_text(" + names + ")") + " or " + id
                + " in (select n.subject from current_name n where n.subject_kind = '" + subjectKind + "' and "
                + found.apply("n.searched") + "))");
    }

    /** The condition on a column of names as they are compared. */
    private static Function<String, String> found(Conditions conditions, String text) {
        String words = words(text);
        if (TRIGRAM.matcher(words).find()) {
            String pattern = "'%' || search_text(" + conditions.parameter(literally(words)) + ") || '%'";
            return column -> column + " like " + pattern;
        }
        String part = "search_text(" + conditions.parameter(words) + ")";
        return column -> "position(" + part + " in " + column + ") > 0";
    }

    private static String words(String text) {
        return BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
    }

    /** A text as a pattern of LIKE that means nothing but itself. */
    public static String literally(String words) {
        return SPECIAL.matcher(words).replaceAll("\\\\$0");
    }
}
