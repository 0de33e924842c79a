package io.lancang.gateway.access.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.gateway.bytes.Sha256;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What a key looks like: {@code lck_}, 8 characters by which it is recognised, {@code _}, and 43 of 256 random bits. */
public final class KeyForm {
    /** What no token begins with, which is three parts with dots between them. */
    public static final String BEGIN = "lck_";

    private static final Pattern FORM = Pattern.compile("lck_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}");

    private KeyForm() {}

    public static boolean isKey(String text) {
        return FORM.matcher(text).matches();
    }

    /** As which it is kept everywhere. */
    public static String hash(String key) {
        return HexFormat.of().formatHex(Sha256.begin().digest(key.getBytes(US_ASCII)));
    }
}
