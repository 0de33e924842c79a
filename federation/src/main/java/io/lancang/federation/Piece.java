package io.lancang.federation;

import java.util.Arrays;

/**
 * A JSON value within a longer text.
 *
 * @param json has the value in this range of its bytes; not to be changed
 */
public record Piece(byte[] json, int from, int to) {
    /** A value that is the whole text. */
    public static Piece of(byte[] json) {
        return new Piece(json, 0, json.length);
    }

    /** How many bytes the value has. */
    public int length() {
        return to - from;
    }

    /** Whether the value is an object. */
    public boolean isObject() {
        return json[from] == '{';
    }

    /** Whether the value is null. */
    public boolean isNull() {
        return json[from] == 'n';
    }

    /** The value without the text around it, which it would keep from being forgotten. */
    public Piece alone() {
        return length() == json.length ? this : of(Arrays.copyOfRange(json, from, to));
    }
}
