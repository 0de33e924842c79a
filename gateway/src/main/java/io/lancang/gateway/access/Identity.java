package io.lancang.gateway.access;

import io.lancang.federation.Grants;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is, as far as the gateway knows.
 *
 * @param grants what it may see
 * @param claimHeaders headers for subgraphs that are made of claims
 * @param expiresAt when that ends, in milliseconds since 1970; {@link Long#MAX_VALUE} if it does not
 * @param client that is known by a key; null if no key was sent
 */
public record Identity(
        Grants grants,
        Map<String, String> claimHeaders,
        long expiresAt,
        @Nullable ApiClient client) {
    /** Nobody knows. */
    public static final Identity ANONYMOUS = new Identity(Grants.NONE, Map.of(), Long.MAX_VALUE);

    public Identity {
        claimHeaders = Map.copyOf(claimHeaders);
    }

    /** Of a client that sent no key. */
    public Identity(Grants grants, Map<String, String> claimHeaders, long expiresAt) {
        this(grants, claimHeaders, expiresAt, null);
    }

    /** Whether nobody knows who it is. */
    public boolean isAnonymous() {
        return !grants.authenticated();
    }
}
