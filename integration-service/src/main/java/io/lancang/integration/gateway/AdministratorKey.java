package io.lancang.integration.gateway;

import io.lancang.integration.access.Access;
import io.lancang.integration.access.IntegrationConfig;
import io.lancang.integration.key.KeyText;
import io.lancang.integration.plan.Plan;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key of the configuration, by which the first client is made. It is in no table, and good as long as it is configured. */
@Singleton
class AdministratorKey {
    private static final String NAME = "administrator";
    private static final Plan UNLIMITED = new Plan(NAME, null, null, null, null, null, null);

    private final @Nullable KeyText key;

    AdministratorKey(IntegrationConfig config) {
        try {
            key = config.adminKey().map(KeyText::new).orElse(null);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("lancang.integration.admin-key is no key. " + malformed.getMessage());
        }
    }

    /** What a gateway is told, if the hash is that of this key; else null. */
    @Nullable
    Verdict verdict(String hash) {
        if (key == null || !MessageDigest.isEqual(bytes(key.hash()), bytes(hash))) {
            return null;
        }
        return new Verdict.Good(hash, key.prefix(), NAME, List.of(), List.of(Access.ADMIN), UNLIMITED, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
