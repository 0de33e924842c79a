package io.lancang.federation.operation;

/** What texts take of the heap. */
public final class TextWeight {
    private static final int STRING_BYTES = 56;
    private static final char LAST_OF_LATIN_1 = '\u00FF';

    private TextWeight() {}

    /** Bytes of a text. One character beyond Latin-1 makes all of them take two. */
    public static long of(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) > LAST_OF_LATIN_1) {
                return STRING_BYTES + 2L * text.length();
            }
        }
        return STRING_BYTES + (long) text.length();
    }
}
