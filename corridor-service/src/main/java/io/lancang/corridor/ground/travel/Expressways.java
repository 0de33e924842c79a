package io.lancang.corridor.ground.travel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which roads are expressways: those whose name or specification says so. */
public final class Expressways {
    private static final Pattern WORD = Pattern.compile(
            "\\b(?:expressway|motorway)\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private Expressways() {}

    /** Whether a text has one of the words. A network asks this of hundreds of thousands of names, most of which lack a letter of both. */
    public static boolean isNamedIn(@Nullable String text) {
        return text != null
                && (text.indexOf('w') >= 0 || text.indexOf('W') >= 0)
                && WORD.matcher(text).find();
    }
}
