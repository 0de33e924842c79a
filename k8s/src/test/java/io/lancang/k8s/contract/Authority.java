package io.lancang.k8s.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority that signs certificates of servers, made with the JDK's keytool as CloudNativePG makes one for a cluster. */
final class Authority {
    private static final String STORE_PASSWORD = "of-a-test";

    private final Path folder;
    private final Path store;

    /** A server's certificate and its private key, both PEM. */
    record Server(Path certificate, Path key) {}

    /** @param folder where its files go */
    Authority(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.store = folder.resolve("authority.p12");
        generate(store, "CN=authority", "-ext", "bc:c");
        keytool(store, "-exportcert", "-rfc", "-file", certificate().toString());
    }

    /** Its own certificate, PEM: what clients verify servers by. */
    Path certificate() {
        return folder.resolve("ca.crt");
    }

    /** Signs a certificate for a server of this name. */
    Server sign(String name) throws Exception {
        Path own = folder.resolve(name + ".p12");
        Path request = folder.resolve(name + ".csr");
        Server server = new Server(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
        generate(own, "CN=" + name);
        keytool(own, "-certreq", "-file", request.toString());
        keytool(
                store,
                "-gencert",
                "-rfc",
                "-ext",
                "san=dns:" + name,
                "-infile",
                request.toString(),
                "-outfile",
                server.certificate().toString());
        writeKey(own, server.key());
        return server;
    }

    private static void writeKey(Path store, Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, STORE_PASSWORD.toCharArray());
        }
        Key key = keys.getKey("own", STORE_PASSWORD.toCharArray());
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        // PostgreSQL refuses a key that others can read.
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }

    private static void generate(Path store, String name, String... further) throws Exception {
        List<String> options =
                new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", name));
        options.addAll(List.of(further));
        keytool(store, options.toArray(String[]::new));
    }

    private static void keytool(Path store, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // It runs for a moment.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-alias", "own", "-keystore", store.toString(), "-storepass", STORE_PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed:\n" + output);
        }
    }
}
