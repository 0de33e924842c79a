package io.lancang.federation.describe;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes texts and names apart into words, and says how well words fit. */
final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[a-z0-9])(?=[A-Z])");

    /** Whoever sends more words than this asks no question. */
    private static final int MOST = 20;

    private static final int SHORTEST_BEGINNING = 3;

    private static final int IN_NAME = 12;
    private static final int BEGINS_IN_NAME = 6;
    private static final int ELSEWHERE = 3;
    private static final int BEGINS_ELSEWHERE = 1;

    private Words() {}

    /** The words of a text in small letters; {@code tradeServed} and {@code TRADE_SERVED} are two. */
    static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        for (String word : BETWEEN.split(text, -1)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /**
     * How well something fits; 0 if no word occurs. One with two of the words comes before each with one of them.
     *
     * @param names words of its name; of two names with the same words in them, the shorter one fits better
     */
    static int score(Set<String> wanted, Set<String> names, Set<String> others) {
        int sum = 0;
        int found = 0;
        for (String word : wanted.stream().limit(MOST).toList()) {
            int score = score(word, names, others);
            sum += score;
            found += score > 0 ? 1 : 0;
        }
        return found == 0 ? 0 : found * 1000 + sum * 10 - Math.min(9, names.size());
    }

    private static int score(String word, Set<String> names, Set<String> others) {
        if (names.contains(word)) {
            return IN_NAME;
        }
        if (begins(word, names)) {
            return BEGINS_IN_NAME;
        }
        if (others.contains(word)) {
            return ELSEWHERE;
        }
        return begins(word, others) ? BEGINS_ELSEWHERE : 0;
    }

    /** Whether one begins with the other, as "corridor" does "corridors": a plural is the same word for who searches. */
    private static boolean begins(String word, Set<String> words) {
        return word.length() >= SHORTEST_BEGINNING
                && words.stream()
                        .anyMatch(each -> each.startsWith(word)
                                || (each.length() >= SHORTEST_BEGINNING
                                        && word.startsWith(each)
                                        && word.length() - each.length() <= 2));
    }
}
