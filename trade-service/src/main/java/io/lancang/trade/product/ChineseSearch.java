package io.lancang.trade.product;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a title in Chinese must have for a search to find it. Chinese has no spaces between words, and most of its words are of two
 * characters: a run of characters is taken apart into pairs, of which a title must have each, in any order and with others between, so
 * that 橡胶轮胎 finds 橡胶制的轮胎. The last pair of a run with an odd number overlaps the one before.
 */
final class ChineseSearch {
    private static final int WORD = 2;
    /** A run of Chinese characters, or one of anything else but blanks and the marks between words. */
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[^\\p{IsHan}\\s,;，、；。]+");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private ChineseSearch() {}

    /** Patterns of SQL that a title must match, all of them; null for a search without a Chinese character. */
    static String @Nullable [] patterns(String search) {
        if (!CHINESE.matcher(search).find()) {
            return null;
        }
        List<String> patterns = new ArrayList<>();
        Matcher run = RUN.matcher(search);
        while (run.find()) {
            words(run.group()).forEach(word -> patterns.add("%" + literal(word) + "%"));
        }
        return patterns.toArray(String[]::new);
    }

    private static List<String> words(String run) {
        int[] characters = run.codePoints().toArray();
        if (characters.length <= WORD || !Character.isIdeographic(characters[0])) {
            return List.of(run);
        }
        List<String> words = new ArrayList<>();
        for (int start = 0; start < characters.length; start += WORD) {
            words.add(new String(characters, Math.min(start, characters.length - WORD), WORD));
        }
        return words;
    }

    /** A pattern that finds the text itself: what it has of the signs of patterns stands for them alone. */
    static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
