package io.lancang.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of the database's roles, made on first use and kept in a file that only its owner can read.
 */
final class Credentials {
    private static final int PASSWORD_BYTES = 24;

    private final Path file;
    private final Properties passwords;

    private Credentials(Path file, Properties passwords) {
        this.file = file;
        this.passwords = passwords;
    }

    static Credentials load(Path file) throws IOException {
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
        }
        return new Credentials(file, passwords);
    }

    /** The role's password. */
    String password(String role) throws IOException {
        String known = passwords.getProperty(role);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        passwords.setProperty(role, made);
        save();
        return made;
    }

    private void save() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            passwords.store(writer, "Passwords of the local database's roles");
        }
    }
}
