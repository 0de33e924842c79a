package io.lancang.gateway.access;

import io.lancang.federation.Grants;
import java.util.Map;

/**
 * Who a client is, as far as the gateway knows.
 *
 * @param grants what it may see
 * @param claimHeaders headers for subgraphs that are made of claims
 * @param expiresAt when that ends, in milliseconds since 1970; {@link Long#MAX_VALUE} if it does not
 */
public record Identity(Grants grants, Map<String, String> claimHeaders, long expiresAt) {
    /** Nobody knows. */
    public static final Identity ANONYMOUS = new Identity(Grants.NONE, Map.of(), Long.MAX_VALUE);

    public Identity {
        claimHeaders = Map.copyOf(claimHeaders);
    }
}
