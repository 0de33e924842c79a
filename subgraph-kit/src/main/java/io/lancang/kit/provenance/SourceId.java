package io.lancang.kit.provenance;

import java.util.regex.Pattern;

/** The form of ids of sources, in files and in mutations alike. */
public final class SourceId {
    /** The form, as a regular expression over all of an id. */
    public static final String FORM = "[A-Z][A-Z0-9_]{1,62}";

    /** The same in words, behind the id. */
    public static final String RULE = "must be of 2 to 63 capital letters, digits and underscores, a letter first";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private SourceId() {}

    /** Whether a text has the form. */
    public static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }
}
