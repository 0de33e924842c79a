package io.lancang.gateway.headers;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of headers with anything in place of each {@code *}. No regular expression: a client chooses the names that are matched, and
 * must not choose how long that takes. Immutable.
 *
 * @param pieces between the asterisks in lower case, at least two
 */
record NamePattern(List<String> pieces) {
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    NamePattern {
        pieces = List.copyOf(pieces);
    }

    /** @throws ConfigurationException if it is no pattern */
    static NamePattern of(String key, String written) {
        String stripped = written.strip();
        if (!WRITTEN.matcher(stripped).matches() || !stripped.contains("*")) {
            throw new ConfigurationException(key + ".matching is \"" + written
                    + "\", but a pattern is 1 to 100 letters, digits and hyphens of names with * for anything, such as x-tenant-*."
                    + " Correct it, or name one header with propagate.");
        }
        return new NamePattern(Arrays.asList(stripped.toLowerCase(Locale.ROOT).split("\\*", -1)));
    }

    /** @param name in lower case */
    boolean matches(String name) {
        String begin = pieces.getFirst();
        String end = pieces.getLast();
        if (name.length() < begin.length() + end.length() || !name.startsWith(begin) || !name.endsWith(end)) {
            return false;
        }
        int from = begin.length();
        int limit = name.length() - end.length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            // The earliest place leaves most for the pieces that follow.
            int found = name.indexOf(piece, from);
            if (found < 0 || found + piece.length() > limit) {
                return false;
            }
            from = found + piece.length();
        }
        return true;
    }
}
