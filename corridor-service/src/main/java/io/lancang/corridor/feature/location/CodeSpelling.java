package io.lancang.corridor.feature.location;

import java.util.Locale;
import java.util.regex.Pattern;

/** The codes of a place in any usual spelling, which clients find it by. */
final class CodeSpelling {
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    private CodeSpelling() {}

    /** A code as it is kept, of any usual spelling: {@code kmg}, {@code CN KNM}, {@code cn-knm}. */
    static String plain(String code) {
        return BETWEEN.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
