package io.lancang.federation.operation.message;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that a mistyped one may have meant, by edit distance (Damerau-Levenshtein, neighbours swapped count one). */
public final class NearestNames {
    private static final int MOST = 3;
    private static final int MOST_VALUES = 12;

    /** No schema has longer names that somebody writes by heart, and comparing takes time with the square of the length. */
    private static final int LONGEST = 64;

    private NearestNames() {}

    /** Up to three names, nearest first; none if nothing is near. */
    public static List<String> to(String mistyped, List<String> known) {
        if (mistyped.length() > LONGEST) {
            return List.of();
        }
        String wanted = mistyped.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, wanted.length() * 2 / 5);
        record Candidate(String name, int distance) {}
        return known.stream()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= tolerance)
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= tolerance)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** As {@link #to}; all values of an enum that has few, if none of them is near: they are what may be sent. */
    public static List<String> toValue(String mistyped, List<String> values) {
        List<String> near = to(mistyped, values);
        return near.isEmpty() && mistyped.length() <= LONGEST && values.size() <= MOST_VALUES ? values : near;
    }

    /** The question that a client is asked about at least one such name. */
    public static String question(List<String> near) {
        return "Did you mean " + String.join(" or ", near) + "?";
    }

    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= other.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
