package io.lancang.federation.json;

import static io.lancang.federation.json.JsonStrings.skipString;

/**
 * Finds where JSON values end, and refuses what is not JSON (RFC 8259), so that a range of bytes found here can be copied
 * into another JSON text as it is. All methods take the position of a value's first byte and return the position behind it.
 */
public final class JsonScanner {
    /** Containers in containers; more is refused, because the stack of the thread is finite. */
    public static final int MAXIMUM_DEPTH = 500;

    private JsonScanner() {}

    /** The position of the first byte from {@code at} on that is no white space; the length if there is none. */
    public static int skipSpace(byte[] json, int at) {
        int index = at;
        while (index < json.length && isSpace(json[index])) {
            index++;
        }
        return index;
    }

    /** The position behind the value. */
    public static int skipValue(byte[] json, int at) throws MalformedJsonException {
        return skipValue(json, at, MAXIMUM_DEPTH);
    }

    /** The position behind {@code expected}, before which white space may stand. */
    public static int skipToken(byte[] json, int at, char expected) throws MalformedJsonException {
        int index = skipSpace(json, at);
        if (index == json.length || json[index] != expected) {
            throw new MalformedJsonException("'" + expected + "' is missing", index);
        }
        return index + 1;
    }

    private static int skipValue(byte[] json, int at, int depth) throws MalformedJsonException {
        if (at >= json.length) {
            throw new MalformedJsonException("the text ends where a value should stand", at);
        }
        return switch (json[at]) {
            case '"' -> skipString(json, at);
            case '{' -> skipObject(json, at, depth);
            case '[' -> skipArray(json, at, depth);
            case 't' -> skipWord(json, at, "true");
            case 'f' -> skipWord(json, at, "false");
            case 'n' -> skipWord(json, at, "null");
            default -> skipNumber(json, at);
        };
    }

    private static int skipObject(byte[] json, int at, int depth) throws MalformedJsonException {
        int index = enter(json, at, depth);
        if (index < json.length && json[index] == '}') {
            return index + 1;
        }
        while (true) {
            index = skipString(json, skipSpace(json, index));
            index = skipToken(json, index, ':');
            index = skipSpace(json, skipValue(json, skipSpace(json, index), depth - 1));
            if (index < json.length && json[index] == '}') {
                return index + 1;
            }
            index = skipToken(json, index, ',');
        }
    }

    private static int skipArray(byte[] json, int at, int depth) throws MalformedJsonException {
        int index = enter(json, at, depth);
        if (index < json.length && json[index] == ']') {
            return index + 1;
        }
        while (true) {
            index = skipSpace(json, skipValue(json, skipSpace(json, index), depth - 1));
            if (index < json.length && json[index] == ']') {
                return index + 1;
            }
            index = skipToken(json, index, ',');
        }
    }

    private static int enter(byte[] json, int at, int depth) throws MalformedJsonException {
        if (depth == 0) {
            throw new MalformedJsonException("more than " + MAXIMUM_DEPTH + " levels", at);
        }
        return skipSpace(json, at + 1);
    }

    private static int skipWord(byte[] json, int at, String word) throws MalformedJsonException {
        for (int index = 0; index < word.length(); index++) {
            if (at + index >= json.length || json[at + index] != word.charAt(index)) {
                throw new MalformedJsonException("'" + word + "' is misspelt", at);
            }
        }
        return at + word.length();
    }

    private static int skipNumber(byte[] json, int at) throws MalformedJsonException {
        int index = json[at] == '-' ? at + 1 : at;
        if (index < json.length && json[index] == '0') {
            index++;
        } else {
            index = skipDigits(json, index);
        }
        if (index < json.length && json[index] == '.') {
            index = skipDigits(json, index + 1);
        }
        if (index < json.length && (json[index] == 'e' || json[index] == 'E')) {
            index++;
            if (index < json.length && (json[index] == '+' || json[index] == '-')) {
                index++;
            }
            index = skipDigits(json, index);
        }
        return index;
    }

    private static int skipDigits(byte[] json, int at) throws MalformedJsonException {
        int index = at;
        while (index < json.length && json[index] >= '0' && json[index] <= '9') {
            index++;
        }
        if (index == at) {
            throw new MalformedJsonException("no value", at);
        }
        return index;
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }
}
