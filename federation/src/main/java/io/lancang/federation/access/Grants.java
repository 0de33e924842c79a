package io.lancang.federation.access;

import io.lancang.federation.supergraph.Requirement;
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

    /** Whether they suffice. */
    boolean fulfil(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Authenticated required -> authenticated;
            case Requirement.Scopes required -> required.alternatives().stream().anyMatch(scopes::containsAll);
            case Requirement.Policies required ->
                required.alternatives().stream().anyMatch(policies::containsAll);
        };
    }
}
