package io.lancang.corridor.changes.release;

import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.startup.PackagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A file whose words have meanings by the vocabulary. Its checksum covers both, so that a corrected meaning is loaded
 * as a new release although the file stayed the same.
 *
 * @param file the file
 */
record MappedFile(PackagedFile file) implements ReleaseFile {
    private static final List<PackagedFile> VOCABULARY = List.of(
            new PackagedFile("vocabulary/terms.csv"),
            new PackagedFile("vocabulary/decisions.csv"),
            new PackagedFile("vocabulary/programmes.csv"));

    /** @param name the name of the file among those that ship with the service */
    MappedFile(String name) {
        this(new PackagedFile(name));
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public InputStream open() throws IOException {
        return file.open();
    }

    @Override
    public String sha256() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file.sha256().getBytes(StandardCharsets.US_ASCII));
            for (PackagedFile table : VOCABULARY) {
                digest.update(table.sha256().getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
