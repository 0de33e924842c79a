package io.lancang.integration.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The token that gateways and this service share. Compared in the same time wherever it differs. Safe for any thread. */
@Singleton
public final class SharedToken {
    private static final int SHORTEST = 32;

    private final byte @Nullable [] expected;

    SharedToken(IntegrationConfig config) {
        String token = config.gatewayToken().orElse(null);
        if (token != null && token.length() < SHORTEST) {
            throw new IllegalArgumentException("lancang.integration.gateway-token has " + token.length()
                    + " characters; it must have " + SHORTEST + " at least. Make one: openssl rand -hex 32");
        }
        expected = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether one is configured. */
    public boolean isSet() {
        return expected != null;
    }

    /** Whether it is this one; never, where none is configured. */
    public boolean is(String given) {
        return expected != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }
}
