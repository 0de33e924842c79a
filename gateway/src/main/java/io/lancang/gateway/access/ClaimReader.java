package io.lancang.gateway.access;

import io.lancang.federation.Grants;
import io.lancang.gateway.config.access.AccessConfig;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes an identity of the claims of a verified token. Immutable. */
public final class ClaimReader {
    private final List<ClaimPath> scopes;
    private final List<ClaimPath> policies;
    private final Map<String, ClaimPath> headers = new LinkedHashMap<>();

    public ClaimReader(AccessConfig config) {
        scopes = config.scopeClaims().stream().map(ClaimPath::new).toList();
        policies = config.policyClaims().stream().map(ClaimPath::new).toList();
        config.claimHeaders()
                .forEach((name, claim) -> headers.put(name.toLowerCase(Locale.ROOT), new ClaimPath(claim)));
    }

    /** @param expiresAt in milliseconds since 1970 */
    Identity read(Map<String, ?> claims, long expiresAt) {
        Map<String, String> values = new LinkedHashMap<>();
        headers.forEach((name, path) -> {
            String value = path.header(claims);
            if (value != null) {
                values.put(name, value);
            }
        });
        return new Identity(new Grants(true, names(scopes, claims), names(policies, claims)), values, expiresAt);
    }

    /** The identity of a key, whose client, scopes and roles are its claims {@code sub}, {@code scope} and {@code roles}. */
    public Identity ofKey(ApiClient client) {
        Map<String, Object> claims = Map.of(
                "sub",
                client.name(),
                "scope",
                client.scopes().stream().sorted().collect(Collectors.joining(" ")),
                "roles",
                client.roles().stream().sorted().toList());
        Identity read = read(claims, client.expiresAt());
        // Whatever the claims are called in which tokens have theirs.
        return new Identity(
                new Grants(
                        true,
                        union(client.scopes(), read.grants().scopes()),
                        union(client.roles(), read.grants().policies())),
                read.claimHeaders(),
                client.expiresAt(),
                client);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> names(List<ClaimPath> paths, Map<String, ?> claims) {
        Set<String> names = new LinkedHashSet<>();
        paths.forEach(path -> names.addAll(path.names(claims)));
        return names;
    }
}
