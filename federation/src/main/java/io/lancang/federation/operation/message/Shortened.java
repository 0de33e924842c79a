package io.lancang.federation.operation.message;

/** Texts that quote what a client sent, cut to what a person reads. The end stays, since it says what is wrong. */
public final class Shortened {
    private static final int BEGINNING = 500;
    private static final int END = 300;

    private Shortened() {}

    /** A message of at most about 800 characters. */
    public static String message(String message) {
        return message.length() <= BEGINNING + END
                ? message
                : message.substring(0, BEGINNING) + "…" + message.substring(message.length() - END);
    }

    /** The first characters of a name or value. */
    public static String quote(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters) + "…";
    }
}
