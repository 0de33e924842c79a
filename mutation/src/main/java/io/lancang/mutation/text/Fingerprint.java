package io.lancang.mutation.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether the result of an earlier run still holds: a hash of what was asked, and of the files that the answer depends on. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * In hexadecimal digits.
     *
     * @param asked what tells one result from another where the files are the same
     * @param paths files, and folders whose files all count
     */
    public static String of(String asked, List<Path> paths) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
        digest.update(asked.getBytes(StandardCharsets.UTF_8));
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update((byte) 0);
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
