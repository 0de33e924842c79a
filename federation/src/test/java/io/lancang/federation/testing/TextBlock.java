package io.lancang.federation.testing;

import org.jspecify.annotations.Nullable;

/** The text blocks of Java sources. */
final class TextBlock {
    private static final String QUOTES = "\"\"\"";

    private TextBlock() {}

    /**
     * A source with another text in one of its text blocks, indented as the one before.
     *
     * @param line on which the block begins, or which ends where it begins on the next one; from 1
     * @param former the value of the block
     * @param next its value afterwards
     * @return null if no block begins there, or one of another value
     */
    static @Nullable String replace(String source, int line, String former, String next) {
        int lineBegin = begin(source, line);
        int opening = source.indexOf(QUOTES + "\n", lineBegin);
        if (opening < 0 || source.substring(lineBegin, opening).strip().contains("\n")) {
            return null;
        }
        int content = opening + QUOTES.length() + 1;
        int closing = closing(source, content);
        String written = source.substring(content, closing);
        if (!value(written).equals(former)) {
            return null;
        }
        String block = write(next, indentation(written));
        if (!value(block).equals(next)) {
            throw new IllegalArgumentException("cannot be written as a text block: " + next);
        }
        return source.substring(0, content) + block + source.substring(closing);
    }

    private static int begin(String source, int line) {
        int begin = 0;
        for (int current = 1; current < line; current++) {
            begin = source.indexOf('\n', begin) + 1;
        }
        return begin;
    }

    private static int closing(String source, int content) {
        int closing = source.indexOf(QUOTES, content);
        while (source.charAt(closing - 1) == '\\') {
            closing = source.indexOf(QUOTES, closing + 1);
        }
        return closing;
    }

    private static String value(String written) {
        return written.stripIndent().translateEscapes();
    }

    /** What the compiler takes away from every line. */
    private static String indentation(String written) {
        String first =
                written.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String value = written.stripIndent()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return first.substring(0, first.stripTrailing().length() - value.length());
    }

    private static String write(String value, String indentation) {
        String escaped = value.replace("\\", "\\\\").replace(QUOTES, "\\" + QUOTES);
        StringBuilder block = new StringBuilder();
        for (String line : escaped.split("\n", -1)) {
            if (!block.isEmpty()) {
                block.append('\n');
            }
            block.append(line.isEmpty() ? "" : indentation).append(line);
        }
        return value.endsWith("\n") ? block + indentation : block.toString();
    }
}
