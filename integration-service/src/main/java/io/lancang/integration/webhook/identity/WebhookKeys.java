package io.lancang.integration.webhook.identity;

import io.lancang.integration.access.IntegrationConfig;
import io.lancang.integration.key.KeyText;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keys of this service's own, which a gateway takes as it takes any other: it asks about the hash, and is told whose the key is. They are
 * made from the token that the service shares with gateways, so that no table holds one and each instance makes the same.
 */
@Singleton
public class WebhookKeys implements PanacheRepositoryBase<WebhookKeyEntity, WebhookKeyEntity.Of> {
    /** In place of eight random characters: in usage it says what the requests were for. */
    public static final String PREFIX = "Webhooks";

    private final @Nullable String token;

    WebhookKeys(IntegrationConfig config) {
        this.token = config.gatewayToken().orElse(null);
    }

    /**
     * The key of a client with these scopes, which gateways know from now on.
     *
     * @param scopes with single spaces
     */
    public Uni<KeyText> key(String client, String scopes) {
        if (token == null) {
            throw new ServiceException(
                    ErrorCode.UNAVAILABLE,
                    "Webhooks need the token that this service shares with gateways, and it has none.",
                    "Whoever runs the service sets lancang.integration.gateway-token.");
        }
        KeyText key = made(token, client, scopes);
        WebhookKeyEntity.Of of = new WebhookKeyEntity.Of(client, scopes);
        return OwnSession.write(() -> findById(of)
                        .chain(found -> found == null
                                ? persist(new WebhookKeyEntity(of, key.hash()))
                                : Uni.createFrom().item(found).invoke(known -> known.become(key.hash()))))
                .replaceWith(key);
    }

    /** The same for the same token, client and scopes; without the token nobody can say it. */
    static KeyText made(String token, String client, String scopes) {
        return KeyText.of(PREFIX, new Digits(token, client + "\n" + scopes));
    }

    /** Numbers of a stream of bytes that HMAC makes of a token and a name. */
    private static final class Digits implements IntUnaryOperator {
        private final Mac mac;
        private final String name;
        private byte[] block = {};
        private int used;
        private int blocks;

        Digits(String token, String name) {
            this.name = name;
            try {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
            }
        }

        /** Bytes that would make some numbers likelier than others are left out. */
        @Override
        public int applyAsInt(int bound) {
            int fair = 256 / bound * bound;
            int next = next();
            while (next >= fair) {
                next = next();
            }
            return next % bound;
        }

        private int next() {
            if (used == block.length) {
                block = mac.doFinal(("lancang webhooks\n" + blocks++ + "\n" + name).getBytes(StandardCharsets.UTF_8));
                used = 0;
            }
            return block[used++] & 0xff;
        }
    }
}
