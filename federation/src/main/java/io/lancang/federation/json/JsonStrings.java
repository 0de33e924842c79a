package io.lancang.federation.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** Strings in JSON text: their ends, their characters, and the way back. */
public final class JsonStrings {
    private JsonStrings() {}

    /** The position behind the string whose opening quote stands at {@code at}. Escapes and UTF-8 are checked. */
    public static int skipString(byte[] json, int at) throws MalformedJsonException {
        if (at >= json.length || json[at] != '"') {
            throw new MalformedJsonException("no string", at);
        }
        int index = at + 1;
        while (true) {
            index = skipPlainText(json, index);
            if (index >= json.length) {
                throw new MalformedJsonException("a string without end", at);
            }
            int value = json[index];
            if (value == '"') {
                return index + 1;
            }
            if (value == '\\') {
                index = skipEscape(json, index);
            } else if (value < 0) {
                index = Utf8.skipCharacter(json, index);
            } else {
                throw new MalformedJsonException("a control character in a string", index);
            }
        }
    }

    /** The characters between the quotes of a valid JSON string, whose quotes are not within the range. */
    public static String unescape(byte[] json, int from, int to) {
        String text = new String(json, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder characters = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character != '\\') {
                characters.append(character);
            } else if (text.charAt(++index) == 'u') {
                characters.append((char) Integer.parseInt(text, index + 1, index + 5, 16));
                index += 4;
            } else {
                characters.append(unescaped(text.charAt(index)));
            }
        }
        return characters.toString();
    }

    /** The text as a JSON string with its quotes. */
    public static byte[] quote(String text) {
        byte[] escaped = escape(text);
        byte[] quoted = new byte[escaped.length + 2];
        quoted[0] = '"';
        System.arraycopy(escaped, 0, quoted, 1, escaped.length);
        quoted[quoted.length - 1] = '"';
        return quoted;
    }

    /** The text as the inner part of a JSON string. */
    public static byte[] escape(String text) {
        return JsonStringEncoder.getInstance().quoteAsUTF8(text);
    }

    private static int skipPlainText(byte[] json, int at) {
        int index = at;
        while (index + Long.BYTES <= json.length) {
            long ends = Words.endsOfPlainText(Words.at(json, index));
            if (ends != 0) {
                return index + Long.numberOfTrailingZeros(ends) / Byte.SIZE;
            }
            index += Long.BYTES;
        }
        while (index < json.length && json[index] >= ' ' && json[index] != '"' && json[index] != '\\') {
            index++;
        }
        return index;
    }

    private static int skipEscape(byte[] json, int at) throws MalformedJsonException {
        int kind = at + 1 < json.length ? json[at + 1] : 0;
        if (kind == 'u') {
            for (int index = at + 2; index < at + 6; index++) {
                if (index >= json.length || Character.digit(json[index], 16) < 0) {
                    throw new MalformedJsonException("a broken \\u escape", at);
                }
            }
            return at + 6;
        }
        if ("\"\\/bfnrt".indexOf(kind) < 0) {
            throw new MalformedJsonException("an unknown escape", at);
        }
        return at + 2;
    }

    private static char unescaped(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }
}
