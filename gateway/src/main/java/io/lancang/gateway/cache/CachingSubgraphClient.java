package io.lancang.gateway.cache;

import io.lancang.federation.QueryParts;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.GraphQLError;
import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.ClientScope;
import io.lancang.gateway.subgraph.share.SharedCalls;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongSupplier;

/**
 * Answers the engine's requests from what is kept, as far as it is, and sends the rest. What is no part of a query is always sent.
 * Thread-safe; each request stays on the event loop of its client.
 */
final class CachingSubgraphClient implements SubgraphClient<ClientRequest> {
    private final HttpSubgraphClient subgraphs;
    private final SubgraphClient<ClientRequest> uncached;
    private final SharedCalls calls;
    private final Map<String, SubgraphCache> caches;
    private final int maximumTags;
    private final LongSupplier currentTimeMillis;

    /**
     * @param uncached asks what is no part of a query, and subgraphs of which nothing is kept
     * @param caches by the names of those subgraphs of which something is kept
     */
    CachingSubgraphClient(
            HttpSubgraphClient subgraphs,
            SubgraphClient<ClientRequest> uncached,
            SharedCalls calls,
            Map<String, SubgraphCache> caches,
            int maximumTags,
            LongSupplier currentTimeMillis) {
        this.subgraphs = subgraphs;
        this.uncached = uncached;
        this.calls = calls;
        this.caches = Map.copyOf(caches);
        this.maximumTags = maximumTags;
        this.currentTimeMillis = currentTimeMillis;
    }

    @Override
    public CompletionStage<SubgraphResponse> send(SubgraphRequest<ClientRequest> request) {
        ClientRequest client = request.context();
        SubgraphCache cache = caches.get(request.subgraph());
        if (request.parts() == null) {
            client.freshness().noteChange();
            CompletionStage<SubgraphResponse> sent = uncached.send(request);
            return cache == null || !request.changes() ? sent : dropping(cache, sent);
        }
        if (cache == null) {
            client.freshness().noteUnknown();
            return uncached.send(request);
        }
        ClientScope scope = client.scope(request.subgraph());
        if (scope.isIdentified()) {
            client.freshness().notePrivate();
        }
        QueryParts parts = request.parts().get();
        Questions questions = new Questions(parts, cache.keys().of(parts, scope), scope.isIdentified());
        CachedQuery query = new CachedQuery(
                subgraphs,
                calls,
                cache,
                client,
                questions,
                maximumTags,
                currentTimeMillis,
                client.notes().trace(request.step()));
        query.start();
        return query.answer();
    }

    /**
     * The same answer, before which all is dropped that is kept of the subgraph: who has changed something sees the change, whether
     * the subgraph's event has come by then or not. One that failed may have changed something, too.
     */
    private static CompletionStage<SubgraphResponse> dropping(
            SubgraphCache cache, CompletionStage<SubgraphResponse> sent) {
        return sent.whenComplete(
                (answer, failure) -> cache.invalidations().invalidate(List.of(Invalidations.subgraph(cache.name()))));
    }

    @Override
    public GraphQLError shown(String subgraph, GraphQLError reported) {
        return subgraphs.shown(subgraph, reported);
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest<ClientRequest> request) {
        return subgraphs.subscribe(request);
    }
}
