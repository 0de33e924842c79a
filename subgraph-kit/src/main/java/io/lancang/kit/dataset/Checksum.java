package io.lancang.kit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file, by which it is known again. */
public final class Checksum {
    private Checksum() {}

    /** Reads all of the file. */
    static String of(ReleaseFile file) throws IOException {
        try (DigestInputStream content = counting(file.open())) {
            return read(content);
        }
    }

    /** That of a text, in UTF-8, in hexadecimal digits. */
    public static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The content, digested while it is read. */
    public static DigestInputStream counting(InputStream content) {
        return new DigestInputStream(content, sha256());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** The checksum in hexadecimal digits, after reading what is left. */
    public static String read(DigestInputStream content) throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(content.getMessageDigest().digest());
    }
}
