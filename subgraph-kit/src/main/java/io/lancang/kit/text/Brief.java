package io.lancang.kit.text;

/** Shortens what somebody sent where a message repeats it: an answer must not grow with what is wrong in a request. */
public final class Brief {
    private static final int MOST_OF_A_VALUE = 100;
    private static final int MOST_OF_A_MESSAGE = 1_000;

    private Brief() {}

    /** A value as a message repeats it: its first {@value #MOST_OF_A_VALUE} characters. */
    public static String value(String text) {
        return shortened(text, MOST_OF_A_VALUE);
    }

    /** A whole message: its first {@value #MOST_OF_A_MESSAGE} characters. */
    public static String message(String text) {
        return shortened(text, MOST_OF_A_MESSAGE);
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        // Half of a character that takes two places would be no text.
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
