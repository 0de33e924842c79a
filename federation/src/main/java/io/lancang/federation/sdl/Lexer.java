package io.lancang.federation.sdl;

import java.util.HashMap;
import java.util.Map;

/** The tokens of a text, one at a time. The first is there from the beginning. */
final class Lexer {
    private static final int LONGEST_SHOWN = 40;

    private final String text;
    /** Names stand many times in a schema and are one object each. */
    private final Map<String, String> names = new HashMap<>();

    private int next;
    private int lineNumber = 1;
    private int lineStart;

    private TokenKind kind = TokenKind.END;
    private int start;
    private int line;
    private int column;

    Lexer(String text) {
        this.text = text;
        if (text.startsWith("\uFEFF")) {
            next = 1;
        }
        advance();
    }

    TokenKind kind() {
        return kind;
    }

    /** Where the token begins: from 1. */
    int line() {
        return line;
    }

    /** Where the token begins: from 1, in characters. */
    int column() {
        return column;
    }

    /** The token as it stands in the text. */
    String raw() {
        return text.substring(start, next);
    }

    /** The name that the token is. */
    String name() {
        String raw = raw();
        return names.computeIfAbsent(raw, added -> added);
    }

    /** Whether the token is this name. */
    boolean isName(String name) {
        return kind == TokenKind.NAME && next - start == name.length() && text.startsWith(name, start);
    }

    /** What the string that the token is says. */
    String string() {
        return kind == TokenKind.BLOCK_STRING
                ? BlockString.value(text.substring(start + 3, next - 3))
                : EscapedString.value(text.substring(start + 1, next - 1), line, column + 1);
    }

    /** The token for an error. */
    String shown() {
        if (kind == TokenKind.END) {
            return kind.shown();
        }
        String raw = raw();
        return "'" + (raw.length() > LONGEST_SHOWN ? raw.substring(0, LONGEST_SHOWN) + "…" : raw) + "'";
    }

    /** An error at the token. */
    SdlSyntaxException error(String message) {
        return new SdlSyntaxException(line, column, message);
    }

    /** Goes on to the next token. */
    void advance() {
        skipIgnored();
        start = next;
        line = lineNumber;
        column = next - lineStart + 1;
        if (next == text.length()) {
            kind = TokenKind.END;
            return;
        }
        char first = text.charAt(next);
        if (isNameStart(first)) {
            kind = TokenKind.NAME;
            skipName();
        } else if (first == '-' || isDigit(first)) {
            kind = number();
        } else if (first == '"') {
            kind = text.startsWith("\"\"\"", next) ? blockString() : string(next + 1);
        } else {
            kind = punctuation(first);
        }
    }

    private TokenKind punctuation(char first) {
        next++;
        return switch (first) {
            case '{' -> TokenKind.BRACE_OPEN;
            case '}' -> TokenKind.BRACE_CLOSE;
            case '(' -> TokenKind.PAREN_OPEN;
            case ')' -> TokenKind.PAREN_CLOSE;
            case '[' -> TokenKind.BRACKET_OPEN;
            case ']' -> TokenKind.BRACKET_CLOSE;
            case ':' -> TokenKind.COLON;
            case '=' -> TokenKind.EQUALS;
            case '!' -> TokenKind.BANG;
            case '@' -> TokenKind.AT;
            case '&' -> TokenKind.AMPERSAND;
            case '|' -> TokenKind.PIPE;
            case '$' -> TokenKind.DOLLAR;
            case '.' -> {
                if (!text.startsWith("..", next)) {
                    throw error("'.' stands where nothing has one");
                }
                next += 2;
                yield TokenKind.SPREAD;
            }
            default -> throw error("the character " + character(first) + " stands where none can");
        };
    }

    private static String character(char shown) {
        return shown < ' ' || shown > '~' ? String.format("U+%04X", (int) shown) : "'" + shown + "'";
    }

    private void skipIgnored() {
        while (next < text.length()) {
            char ignored = text.charAt(next);
            switch (ignored) {
                case ' ', '\t', ',', '\uFEFF' -> next++;
                case '\n', '\r' -> skipLineEnd(ignored);
                case '#' -> skipComment();
                default -> {
                    return;
                }
            }
        }
    }

    private void skipComment() {
        while (next < text.length() && !isLineEnd(text.charAt(next))) {
            next++;
        }
    }

    /** A carriage return and a line feed after it end one line. */
    private void skipLineEnd(char first) {
        next += first == '\r' && text.startsWith("\n", next + 1) ? 2 : 1;
        lineNumber++;
        lineStart = next;
    }

    private void skipName() {
        while (next < text.length() && (isNameStart(text.charAt(next)) || isDigit(text.charAt(next)))) {
            next++;
        }
    }

    private TokenKind number() {
        if (text.charAt(next) == '-') {
            next++;
        }
        int digits = next;
        skipDigits();
        if (text.charAt(digits) == '0' && next > digits + 1) {
            throw error("the number " + raw() + " begins with a 0 that says nothing");
        }
        TokenKind read = TokenKind.INT;
        if (at('.')) {
            read = TokenKind.FLOAT;
            next++;
            skipDigits();
        }
        if (at('e') || at('E')) {
            read = TokenKind.FLOAT;
            next++;
            if (at('+') || at('-')) {
                next++;
            }
            skipDigits();
        }
        if (next < text.length() && (at('.') || isNameStart(text.charAt(next)))) {
            throw error("the number " + raw() + " goes on with " + character(text.charAt(next)));
        }
        return read;
    }

    private boolean at(char wanted) {
        return next < text.length() && text.charAt(next) == wanted;
    }

    private void skipDigits() {
        int before = next;
        while (next < text.length() && isDigit(text.charAt(next))) {
            next++;
        }
        if (next == before) {
            throw error("the number " + raw() + " lacks a digit");
        }
    }

    private TokenKind string(int from) {
        next = from;
        while (next < text.length() && !isLineEnd(text.charAt(next))) {
            char read = text.charAt(next);
            if (read == '"') {
                next++;
                return TokenKind.STRING;
            }
            boolean isEscape = read == '\\' && next + 1 < text.length() && !isLineEnd(text.charAt(next + 1));
            next += isEscape ? 2 : 1;
        }
        throw error("the string that begins here does not end on its line");
    }

    private TokenKind blockString() {
        next += 3;
        while (next < text.length()) {
            char read = text.charAt(next);
            if (isLineEnd(read)) {
                skipLineEnd(read);
            } else if (text.startsWith("\"\"\"", next)) {
                next += 3;
                return TokenKind.BLOCK_STRING;
            } else {
                next += text.startsWith("\\\"\"\"", next) ? 4 : 1;
            }
        }
        throw error("the string that begins here has no end");
    }

    private static boolean isLineEnd(char read) {
        return read == '\n' || read == '\r';
    }

    private static boolean isDigit(char read) {
        return read >= '0' && read <= '9';
    }

    private static boolean isNameStart(char read) {
        return (read >= 'a' && read <= 'z') || (read >= 'A' && read <= 'Z') || read == '_';
    }
}
