package io.lancang.integration.webhook.outbox;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Signs as Standard Webhooks has it: HMAC-SHA256 of {@code id.timestamp.body}, in Base64 behind {@code v1,}. Holds no state. */
public final class Signature {
    private static final String MARK = "whsec_";
    private static final int BYTES = 32;

    private Signature() {}

    /** A new secret of 256 random bits: in Base64 behind {@code whsec_}. */
    public static String secret(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return MARK + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The header {@code webhook-signature}: one signature for each secret, between spaces.
     *
     * @param timestamp seconds since 1970
     */
    static String of(List<String> secrets, String id, long timestamp, String body) {
        return secrets.stream().map(secret -> of(secret, id, timestamp, body)).collect(Collectors.joining(" "));
    }

    private static String of(String secret, String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }
}
