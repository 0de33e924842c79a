package io.lancang.integration.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * A key as a client has it: {@code lck_}, eight characters by which people recognise it, {@code _}, and 43 that are the secret: one of
 * 62<sup>43</sup>, which is 256 bits. What is random to that degree is not found by trying, so that its hash needs not be slow.
 *
 * @param text the whole key. It is shown once and kept nowhere
 */
public record KeyText(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String MARK = "lck_";
    private static final int PREFIX = 8;
    private static final int SECRET = 43;
    private static final Pattern FORM =
            Pattern.compile(MARK + "[0-9A-Za-z]{" + PREFIX + "}_[0-9A-Za-z]{" + SECRET + "}");

    /** @throws IllegalArgumentException for a text of another form, without repeating it */
    public KeyText {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A key is `lck_`, 8 letters or digits, `_`, and 43 letters or digits.");
        }
    }

    /**
     * A new one.
     *
     * @param random gives a number below the one that it gets, each as likely, of a generator that nobody can foretell
     */
    static KeyText make(IntUnaryOperator random) {
        return new KeyText(MARK + some(PREFIX, random) + "_" + some(SECRET, random));
    }

    /**
     * One with a prefix that says what it is for.
     *
     * @param secret gives numbers as those of {@link #make}
     */
    public static KeyText of(String prefix, IntUnaryOperator secret) {
        return new KeyText(MARK + prefix + "_" + some(SECRET, secret));
    }

    private static String some(int count, IntUnaryOperator random) {
        StringBuilder text = new StringBuilder(count);
        for (int index = 0; index < count; index++) {
            text.append(ALPHABET.charAt(random.applyAsInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** By which people recognise it. */
    public String prefix() {
        return text.substring(MARK.length(), MARK.length() + PREFIX);
    }

    /** The SHA-256 of the whole text, in small hexadecimal digits: by which it is found. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** Without the secret, for whatever log it gets into. */
    @Override
    public String toString() {
        return MARK + prefix() + "_…";
    }
}
