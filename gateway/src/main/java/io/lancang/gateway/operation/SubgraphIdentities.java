package io.lancang.gateway.operation;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.config.access.KeysConfig;
import io.lancang.gateway.headers.HeaderNames;
import io.lancang.gateway.headers.SubgraphIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says who the client of a key is, to the subgraphs that are to know it. Immutable. */
final class SubgraphIdentities {
    private final Set<String> subgraphs;
    private final Map<String, String> proof;

    SubgraphIdentities(KeysConfig config) {
        subgraphs = config.subgraphs();
        proof = config.service()
                .token()
                .map(token -> Map.of(HeaderNames.GATEWAY_TOKEN, token))
                .orElse(Map.of());
    }

    SubgraphIdentity of(ApiClient client) {
        Map<String, String> headers = new LinkedHashMap<>(proof);
        headers.put(HeaderNames.CLIENT, client.name());
        headers.put(HeaderNames.SCOPES, joined(client.scopes()));
        headers.put(HeaderNames.ROLES, joined(client.roles()));
        return new SubgraphIdentity(subgraphs, headers);
    }

    private static String joined(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(" "));
    }
}
