package io.lancang.kit.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what may have been meant by a code that does not exist. */
public final class Suggestions {
    private static final int MOST = 3;
    private static final int LONGEST_NAME = 100;

    private Suggestions() {}

    /**
     * Something that can be suggested.
     *
     * @param code what a client would have to send
     * @param name its name in English
     * @param alias another code that somebody may know it by; null if there is none
     */
    public record Candidate(
            String code, String name, @Nullable String alias) {
        /** What has one code. */
        public Candidate(String code, String name) {
            this(code, name, null);
        }

        /** The code with the name behind it, unless the name says the same. */
        private String shown() {
            return name.equals(code) ? code : code + " (" + name + ")";
        }
    }

    /**
     * A hint such as {@code Did you mean LAO (Laos)?} for the candidates nearest to what was given, by code or by name;
     * null if nothing is near.
     */
    public static @Nullable String hint(String given, List<Candidate> candidates) {
        List<Candidate> nearest = nearest(given, candidates);
        if (nearest.isEmpty()) {
            return null;
        }
        return nearest.stream().map(Candidate::shown).collect(Collectors.joining(", ", "Did you mean ", "?"));
    }

    /** The nearest candidates, at most three, nearest first; a tie is broken by code. */
    public static List<Candidate> nearest(String given, List<Candidate> candidates) {
        // The work grows with the length, and no name is nearly so long.
        if (given.length() > LONGEST_NAME) {
            return List.of();
        }
        String wanted = given.strip().toLowerCase(Locale.ROOT);
        // A third of the letters may be wrong, and one in a short code: past that a guess helps nobody.
        int tolerance = Math.max(1, wanted.length() / 3);
        record Scored(Candidate candidate, int distance) {}
        return candidates.stream()
                .map(candidate -> new Scored(candidate, distance(wanted, candidate)))
                .filter(scored -> scored.distance() <= tolerance)
                .sorted(Comparator.comparingInt(Scored::distance)
                        .thenComparing(scored -> scored.candidate().code()))
                .limit(MOST)
                .map(Scored::candidate)
                .toList();
    }

    private static int distance(String wanted, Candidate candidate) {
        String code = candidate.code().toLowerCase(Locale.ROOT);
        String name = candidate.name().toLowerCase(Locale.ROOT);
        if ((wanted.length() > 3 && name.startsWith(wanted)) || wanted.equalsIgnoreCase(candidate.alias())) {
            return 0;
        }
        return Stream.of(code, name)
                .mapToInt(text -> editDistance(wanted, text))
                .min()
                .getAsInt();
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each cost one. */
    static int editDistance(String left, String right) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int substitution = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(Math.min(current[column - 1], last[column]) + 1, last[column - 1] + substitution);
                if (isSwap(left, row, right, column)) {
                    current[column] = Math.min(current[column], beforeLast[column - 2] + 1);
                }
            }
            beforeLast = last;
            last = current;
        }
        return last[right.length()];
    }

    private static boolean isSwap(String left, int row, String right, int column) {
        return row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
    }
}
