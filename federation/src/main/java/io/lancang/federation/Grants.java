package io.lancang.federation;

import java.util.Set;

/**
 * What a client has been granted.
 *
 * @param authenticated whether it has shown who it is
 * @param scopes that it has, for {@code @requiresScopes}
 * @param policies that it fulfils, for {@code @policy}
 */
public record Grants(boolean authenticated, Set<String> scopes, Set<String> policies) {
    /** Nothing: nobody knows who the client is. */
    public static final Grants NONE = new Grants(false, Set.of(), Set.of());

    public Grants {
        scopes = Set.copyOf(scopes);
        policies = Set.copyOf(policies);
    }
}
