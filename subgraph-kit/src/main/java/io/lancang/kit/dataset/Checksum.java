package io.lancang.kit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    /** The content, digested while it is read. */
    public static DigestInputStream counting(InputStream content) {
        try {
            return new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
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
