package io.lancang.gateway.access;

import io.lancang.federation.Grants;
import io.lancang.gateway.config.AccessConfig;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes an identity of the claims of a verified token. Immutable. */
final class ClaimReader {
    private final List<ClaimPath> scopes;
    private final List<ClaimPath> policies;
    private final Map<String, ClaimPath> headers = new LinkedHashMap<>();

    ClaimReader(AccessConfig config) {
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

    private static Set<String> names(List<ClaimPath> paths, Map<String, ?> claims) {
        Set<String> names = new LinkedHashSet<>();
        paths.forEach(path -> names.addAll(path.names(claims)));
        return names;
    }
}
