package io.lancang.trade;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the service trust a key of the test's, and signs tokens with it. */
public final class Steward implements QuarkusTestResourceLifecycleManager {
    private static final String PRIVATE_KEY = "test.steward.private-key";

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return Map.of(
                    "quarkus.oidc.tenant-enabled",
                    "true",
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has RSA.", impossible);
        }
    }

    @Override
    public void stop() {
        // The key goes with the configuration.
    }

    /** A token of somebody with this role. */
    public static String token(String role) {
        return token(role, ConfigProvider.getConfig().getValue(PRIVATE_KEY, String.class));
    }

    /** A token of somebody with this role, signed with the key of {@code settings} that {@link #start} gave. */
    public static String token(String role, Map<String, String> settings) {
        return token(role, Objects.requireNonNull(settings.get(PRIVATE_KEY)));
    }

    private static String token(String role, String privateKey) {
        String header = encoded(Json.createObjectBuilder()
                .add("alg", "RS256")
                .add("typ", "JWT")
                .build()
                .toString());
        String claims = encoded(Json.createObjectBuilder()
                .add("sub", "somebody")
                .add("upn", "somebody")
                .add("groups", Json.createArrayBuilder().add(role))
                .add("iat", Instant.now().getEpochSecond())
                .add("exp", Instant.now().plusSeconds(600).getEpochSecond())
                .build()
                .toString());
        return header + "." + claims + "." + signature(header + "." + claims, privateKey);
    }

    private static String signature(String text, String privateKey) {
        try {
            byte[] key = Base64.getDecoder().decode(privateKey);
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
            signer.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The token cannot be signed", failure);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
