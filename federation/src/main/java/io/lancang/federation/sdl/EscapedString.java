package io.lancang.federation.sdl;

import java.util.HexFormat;

/** What a string in single quotes says. */
final class EscapedString {
    private final String raw;
    private final int line;
    private final int column;
    private final StringBuilder value;
    private int next;

    private EscapedString(String raw, int line, int column) {
        this.raw = raw;
        this.line = line;
        this.column = column;
        value = new StringBuilder(raw.length());
    }

    /**
     * The value.
     *
     * @param raw what stands between the quotes
     * @param line where it begins
     * @param column where it begins
     */
    static String value(String raw, int line, int column) {
        return raw.indexOf('\\') < 0 ? raw : new EscapedString(raw, line, column).read();
    }

    private String read() {
        while (next < raw.length()) {
            char read = raw.charAt(next);
            if (read == '\\') {
                escape();
            } else {
                value.append(read);
                next++;
            }
        }
        return value.toString();
    }

    private void escape() {
        char escaped = raw.charAt(next + 1);
        if (escaped == 'u') {
            unicode();
            return;
        }
        value.append(
                switch (escaped) {
                    case '"', '\\', '/' -> escaped;
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> throw error("\\" + escaped + " is no escape");
                });
        next += 2;
    }

    /** Of a character by its number, in braces or as four digits; of two surrogates by two of the latter. */
    private void unicode() {
        int begin = next;
        int read = number();
        if (Character.isBmpCodePoint(read) && Character.isHighSurrogate((char) read) && raw.startsWith("\\u", next)) {
            int second = number();
            if (!Character.isBmpCodePoint(second) || !Character.isLowSurrogate((char) second)) {
                throw error(raw.substring(begin, next) + " is no pair of surrogates");
            }
            value.appendCodePoint(Character.toCodePoint((char) read, (char) second));
            return;
        }
        if (!Character.isValidCodePoint(read) || (read >= Character.MIN_SURROGATE && read <= Character.MAX_SURROGATE)) {
            throw error(raw.substring(begin, next) + " is no character");
        }
        value.appendCodePoint(read);
    }

    private int number() {
        int begin = next;
        boolean isBraced = raw.startsWith("{", begin + 2);
        int digits = begin + (isBraced ? 3 : 2);
        int end = isBraced ? raw.indexOf('}', digits) : digits + 4;
        if (end < digits || end > raw.length() || !isHexadecimal(digits, end)) {
            throw error("\\u needs four hexadecimal digits, or some in braces");
        }
        next = isBraced ? end + 1 : end;
        return Integer.parseInt(raw, digits, end, 16);
    }

    /** Six digits say more than there are characters, and fit a number. */
    private boolean isHexadecimal(int from, int end) {
        if (end == from || end - from > 6) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (!HexFormat.isHexDigit(raw.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private SdlSyntaxException error(String message) {
        return new SdlSyntaxException(line, column + next, message);
    }
}
