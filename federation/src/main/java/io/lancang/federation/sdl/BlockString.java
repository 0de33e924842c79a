package io.lancang.federation.sdl;

import java.util.List;

/** What a string in triple quotes says: without the indentation that all its lines share, and without blank lines around it. */
final class BlockString {
    private BlockString() {}

    /**
     * The value, by {@code BlockStringValue} of the GraphQL specification.
     *
     * @param raw what stands between the quotes
     */
    static String value(String raw) {
        String text = raw.replace("\\\"\"\"", "\"\"\"");
        List<String> lines = text.lines().toList();
        int indentation = indentation(lines);
        int first = 0;
        int end = lines.size();
        while (first < end && isBlank(lines.get(first))) {
            first++;
        }
        while (end > first && isBlank(lines.get(end - 1))) {
            end--;
        }
        StringBuilder value = new StringBuilder(text.length());
        for (int i = first; i < end; i++) {
            if (i > first) {
                value.append('\n');
            }
            String line = lines.get(i);
            // The first line begins behind the quotes: its white space is no indentation.
            value.append(line, i == 0 ? 0 : Math.min(indentation, line.length()), line.length());
        }
        return value.toString();
    }

    private static int indentation(List<String> lines) {
        return lines.stream()
                .skip(1)
                .filter(line -> !isBlank(line))
                .mapToInt(BlockString::leadingWhiteSpace)
                .min()
                .orElse(0);
    }

    private static boolean isBlank(String line) {
        return leadingWhiteSpace(line) == line.length();
    }

    private static int leadingWhiteSpace(String line) {
        int count = 0;
        while (count < line.length() && (line.charAt(count) == ' ' || line.charAt(count) == '\t')) {
            count++;
        }
        return count;
    }
}
