package io.lancang.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates of receivers, made anew for a run by the JDK's keytool: nothing that is secret lies beside the tests. */
final class TestCertificates {
    static final String PASSWORD = "of-tests";
    private static final String AUTHORITY = "authority";

    private TestCertificates() {}

    /**
     * What a run has.
     *
     * @param receivers a PKCS #12 store with keys of receivers, without that of the authority
     * @param authority the certificate of the authority, as PEM
     */
    record Made(Path receivers, Path authority) {}

    /** Makes those of {@code one}, {@code two} and {@code expired} by an authority, and that of {@code alone}, which is signed by itself. */
    static Made make() {
        try {
            Path folder = Files.createTempDirectory("lancang-certificates");
            Path receivers = folder.resolve("receivers.p12");
            keytool(receivers, AUTHORITY, "CN=Authority of tests", List.of("-ext", "bc:critical"));
            for (String name : List.of("one", "two")) {
                receiver(receivers, name, List.of("-signer", AUTHORITY));
            }
            receiver(receivers, "expired", List.of("-signer", AUTHORITY, "-startdate", "-3d", "-validity", "1"));
            receiver(receivers, "early", List.of("-signer", AUTHORITY, "-startdate", "+3d"));
            receiver(receivers, "alone", List.of());
            Path authority = folder.resolve("authority.pem");
            Files.writeString(authority, takeAuthority(receivers));
            return new Made(receivers, authority);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void receiver(Path store, String name, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-ext", "san=dns:" + name + TestNames.RECEIVERS));
        keytool(store, name, "CN=" + name, all);
    }

    private static void keytool(Path store, String alias, String name, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // It runs for a moment.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                alias,
                "-dname",
                name,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(options);
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
    }

    private static String takeAuthority(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        byte[] authority = keys.getCertificate(AUTHORITY).getEncoded();
        keys.deleteEntry(AUTHORITY);
        try (var file = Files.newOutputStream(store)) {
            keys.store(file, PASSWORD.toCharArray());
        }
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority)
                + "\n-----END CERTIFICATE-----\n";
    }
}
