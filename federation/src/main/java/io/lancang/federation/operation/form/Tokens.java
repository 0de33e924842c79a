package io.lancang.federation.operation.form;

/**
 * Steps through the text of a document, token by token, as the specification's lexical grammar cuts it. Takes any text: what is
 * no token is stepped over character by character, for the parser to complain about. Not thread-safe.
 */
final class Tokens {
    private static final String BLOCK_QUOTE = "\"\"\"";

    /** Kinds of tokens. Each punctuator but the spread is one character, which says what it is. */
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        PUNCTUATOR,
        END
    }

    private final String text;
    private int start;
    private int end;

    Tokens(String text) {
        this.text = text;
    }

    /** Where the token begins that was found last. */
    int start() {
        return start;
    }

    /** Where the token ends that was found last. */
    int end() {
        return end;
    }

    /** Its first character. */
    char first() {
        return text.charAt(start);
    }

    /** Finds the next token. */
    Kind next() {
        start = afterIgnored(end);
        if (start == text.length()) {
            end = start;
            return Kind.END;
        }
        char first = text.charAt(start);
        if (isNamePart(first) && !isDigit(first)) {
            end = afterName(start);
            return Kind.NAME;
        }
        if (isDigit(first) || first == '-') {
            end = afterNumber(start + 1);
            return Kind.NUMBER;
        }
        if (first == '"') {
            end = text.startsWith(BLOCK_QUOTE, start) ? afterBlock(start + 3) : afterString(start + 1);
            return Kind.STRING;
        }
        end = text.startsWith("...", start) ? start + 3 : start + 1;
        return Kind.PUNCTUATOR;
    }

    private int afterIgnored(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = afterComment(at);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == '\uFEFF') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private int afterComment(int from) {
        int at = from;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int afterName(int from) {
        int at = from;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int afterNumber(int from) {
        int at = from;
        while (at < text.length() && isNumberPart(at)) {
            at++;
        }
        return at;
    }

    private boolean isNumberPart(int at) {
        char c = text.charAt(at);
        return isDigit(c)
                || c == 'e'
                || c == 'E'
                // A number may end in front of a spread.
                || (c == '.' && !text.startsWith("...", at))
                || ((c == '+' || c == '-') && Character.toLowerCase(text.charAt(at - 1)) == 'e');
    }

    private int afterString(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || isLineEnd(c)) {
                return at + 1;
            }
            at += c == '\\' ? 2 : 1;
        }
        return text.length();
    }

    private int afterBlock(int from) {
        int at = text.indexOf(BLOCK_QUOTE, from);
        while (at > 0 && text.charAt(at - 1) == '\\') {
            at = text.indexOf(BLOCK_QUOTE, at + 3);
        }
        return at < 0 ? text.length() : at + 3;
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
