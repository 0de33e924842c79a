package io.lancang.gateway.access;

import io.lancang.gateway.limits.rate.Plan;
import java.util.Set;

/**
 * A client that is known by a key, and what the key is good for.
 *
 * @param hash SHA-256 of the key in hexadecimal digits
 * @param prefix the part of the key by which people recognise it
 * @param name of the client
 * @param scopes for {@code @requiresScopes}
 * @param roles for {@code @policy}
 * @param expiresAt in milliseconds since 1970; {@link Long#MAX_VALUE} if it does not end
 */
public record ApiClient(
        String hash, String prefix, String name, Set<String> scopes, Set<String> roles, Plan plan, long expiresAt) {
    public ApiClient {
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }
}
