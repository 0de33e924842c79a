package io.lancang.mutation.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, literal or operator of SQL.
 *
 * @param text as it is written, words in lower case
 * @param begin where it begins in the whole text
 * @param end where what follows begins
 * @param depth how many parentheses and {@code case} are open around it; both of a pair have the depth outside
 */
record Token(String text, int begin, int end, int depth) {
    private static final Pattern TOKENS = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"[^\"]*\"|[a-zA-Z_%$][\\w.%$]*|\\d[\\w.]*|[<>=!@#&|*/+:~?-]+|\\S",
            Pattern.DOTALL);

    /** The tokens of a part of a text, without comments. */
    static List<Token> of(String text, int begin, int end) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKENS.matcher(text).region(begin, end);
        int depth = 0;
        while (matcher.find()) {
            String found = matcher.group();
            if (found.startsWith("--") || found.startsWith("/*")) {
                continue;
            }
            String word = found.toLowerCase(Locale.ROOT);
            if (word.equals(")") || word.equals("end")) {
                depth--;
            }
            tokens.add(new Token(word, matcher.start(), matcher.end(), depth));
            if (word.equals("(") || word.equals("case")) {
                depth++;
            }
        }
        return List.copyOf(tokens);
    }

    boolean is(String word) {
        return text.equals(word);
    }
}
