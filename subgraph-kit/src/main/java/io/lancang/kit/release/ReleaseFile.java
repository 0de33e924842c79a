package io.lancang.kit.release;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that can be read more than once: first for its checksum, then for its rows. */
public interface ReleaseFile {
    /** The name of the file, for the record. */
    String name();

    /** The content, UTF-8. The caller closes it. */
    InputStream open() throws IOException;

    /** The SHA-256 of the content, in hexadecimal digits. */
    default String sha256() throws IOException {
        try (DigestInputStream content = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
