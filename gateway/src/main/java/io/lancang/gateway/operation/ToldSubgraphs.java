package io.lancang.gateway.operation;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.config.KeysConfig;
import io.lancang.gateway.headers.HeaderNames;
import io.lancang.gateway.headers.SubgraphIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The subgraphs that are told who the client of a key is, and what. Immutable. */
final class ToldSubgraphs {
    private final Set<String> subgraphs;
    private final Map<String, String> proof;

    ToldSubgraphs(KeysConfig config) {
        subgraphs = config.subgraphs();
        proof = config.service()
                .token()
                .map(token -> Map.of(HeaderNames.GATEWAY_TOKEN, token))
                .orElse(Map.of());
    }

    /** For a client without a key. */
    SubgraphIdentity nothing() {
        return SubgraphIdentity.NONE;
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
