package io.lancang.gateway.supergraph;

import io.lancang.federation.engine.FederationEngine;
import io.lancang.gateway.cache.ResponseCache;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.request.ClientRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A supergraph with all that was made for it alone.
 *
 * @param digest of its text
 * @param subgraphs their names
 * @param contracts engines of its parts, by names
 * @param cache of its subgraphs' answers; null if none are kept
 */
record ServedSupergraph(
        String digest,
        List<String> subgraphs,
        FederationEngine<ClientRequest> engine,
        Map<String, FederationEngine<ClientRequest>> contracts,
        HttpSubgraphClient client,
        @Nullable ResponseCache cache)
        implements AutoCloseable {
    /** Ends what is still under way. */
    @Override
    public void close() {
        closeCache();
        client.close();
    }

    /** Ends the cache, which listens to its subgraphs' events. */
    void closeCache() {
        if (cache != null) {
            cache.close();
        }
    }
}
