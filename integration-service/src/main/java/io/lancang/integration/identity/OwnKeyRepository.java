package io.lancang.integration.identity;

import io.lancang.integration.access.IntegrationConfig;
import io.lancang.integration.key.KeyText;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Keys of this service's own, which a gateway takes as it takes any other: it asks about the hash, and is told whose the key is. They are
 * made from the token that the service shares with gateways, so that no table holds one and each instance makes the same.
 */
@Singleton
public class OwnKeyRepository {
    private static final String KEEP = """
            insert into {table} as known (client, scopes, hash) values (:client, :scopes, :hash)
            on conflict (client, scopes) do update set hash = excluded.hash where known.hash <> excluded.hash
            """;
    private static final String FIND = Arrays.stream(Work.values())
            .map(work -> "select '" + work.name() + "', client, scopes from " + work.table() + " where hash = :hash")
            .collect(Collectors.joining(" union all "));

    private final @Nullable String token;

    OwnKeyRepository(IntegrationConfig config) {
        this.token = config.gatewayToken().orElse(null);
    }

    /**
     * The key of a client with these scopes, which gateways know from now on.
     *
     * @param scopes with single spaces
     */
    public Uni<KeyText> key(Work work, String client, String scopes) {
        KeyText key = made(requireToken(), work, client, scopes);
        return OwnSession.write(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(KEEP.replace("{table}", work.table()))
                                .setParameter("client", client)
                                .setParameter("scopes", scopes)
                                .setParameter("hash", key.hash())
                                .executeUpdate()))
                .replaceWith(key);
    }

    /**
     * Refuses work that nobody could be asked for.
     *
     * @throws ServiceException UNAVAILABLE without the token that gateways share
     */
    public String requireToken() {
        if (token == null) {
            throw new ServiceException(
                    ErrorCode.UNAVAILABLE,
                    "Webhooks and jobs need the token that this service shares with gateways, and it has none.",
                    "Whoever runs the service sets lancang.integration.gateway-token.");
        }
        return token;
    }

    /** Whose key has this hash; null if it is none of these. One statement. */
    public Uni<@Nullable OwnKey> find(Mutiny.Session session, String hash) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter("hash", hash)
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? null
                        : new OwnKey(Work.valueOf((String) row[0]), (String) row[1], (String) row[2]));
    }

    /** The same for the same token, work, client and scopes; without the token nobody can say it. */
    static KeyText made(String token, Work work, String client, String scopes) {
        return KeyText.of(work.prefix(), new Digits(token, work.label(), client + "\n" + scopes));
    }

    /** Numbers of a stream of bytes that HMAC makes of a token and a name. */
    private static final class Digits implements IntUnaryOperator {
        private final Mac mac;
        private final String label;
        private final String name;
        private byte[] block = {};
        private int used;
        private int blocks;

        Digits(String token, String label, String name) {
            this.label = label;
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
                block = mac.doFinal((label + "\n" + blocks++ + "\n" + name).getBytes(StandardCharsets.UTF_8));
                used = 0;
            }
            return block[used++] & 0xff;
        }
    }
}
