package io.lancang.gateway.headers;

import java.util.Map;
import java.util.Set;

/**
 * What some subgraphs are told of a client that the gateway knows by a key.
 *
 * @param subgraphs by their names
 * @param headers that they get in place of any others of these names
 */
public record SubgraphIdentity(Set<String> subgraphs, Map<String, String> headers) {
    /** None is told anything. */
    public static final SubgraphIdentity NONE = new SubgraphIdentity(Set.of(), Map.of());

    public SubgraphIdentity {
        subgraphs = Set.copyOf(subgraphs);
        headers = Map.copyOf(headers);
    }

    boolean isFor(String subgraph) {
        return subgraphs.contains(subgraph);
    }
}
