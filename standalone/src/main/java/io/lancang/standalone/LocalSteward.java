package io.lancang.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * Who may load data into the local set: a key that its services trust instead of an identity provider, made anew at
 * each start and kept nowhere, and a token that it signed.
 *
 * @param publicKey in the form of the service's configuration
 * @param token a bearer token with the role steward
 */
record LocalSteward(String publicKey, String token) {
    private static final String ISSUER = "https://lancang.local";
    private static final Duration VALIDITY = Duration.ofDays(30);
    private static final int KEY_BITS = 2048;

    static LocalSteward make(Instant now) {
        KeyPair pair = newKey();
        String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        return new LocalSteward(key, token(pair.getPrivate(), "local-steward", "steward", now));
    }

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has RSA.", impossible);
        }
    }

    /** A bearer token that a key signed. */
    static String token(PrivateKey key, String subject, String role, Instant now) {
        String content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
                + encoded("{\"iss\":\"%s\",\"sub\":\"%s\",\"groups\":[\"%s\"],\"iat\":%d,\"exp\":%d}"
                        .formatted(
                                ISSUER,
                                subject,
                                role,
                                now.getEpochSecond(),
                                now.plus(VALIDITY).getEpochSecond()));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has RSA.", impossible);
        }
    }

    /** The configuration by which a service trusts the key. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_OIDC_TENANT_ENABLED",
                "true",
                "QUARKUS_OIDC_PUBLIC_KEY",
                publicKey,
                "QUARKUS_OIDC_TOKEN_ISSUER",
                ISSUER);
    }

    /** Writes the token to a file that only its owner can read. */
    void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, token + "\n");
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
