package io.lancang.gateway.subgraph.share;

import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.GraphQLError;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.call.Ask;
import io.lancang.gateway.subgraph.request.AskedQuestion;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends the engine's requests to subgraphs, and equal queries of clients of one scope that are on their way at one moment once: in-flight
 * deduplication, for answers that are not cached. What changes something is sent by itself, and so is what it has the engine ask. Thread-safe.
 */
public final class DeduplicatingSubgraphClient implements SubgraphClient<ClientRequest> {
    private final HttpSubgraphClient subgraphs;
    private final SharedCalls calls;
    private final AtomicLong changes = new AtomicLong();

    public DeduplicatingSubgraphClient(Vertx vertx, HttpSubgraphClient subgraphs) {
        this.subgraphs = subgraphs;
        this.calls = new SharedCalls(vertx, subgraphs);
    }

    @Override
    public CompletionStage<SubgraphResponse> send(SubgraphRequest<ClientRequest> request) {
        if (request.changes()) {
            // One that failed may have changed something, too.
            return subgraphs.send(request).whenComplete((answer, failure) -> changes.incrementAndGet());
        }
        ClientRequest client = request.context();
        String subgraph = request.subgraph();
        // Headers of an answer are for the one client in whose name it was asked for.
        if (request.parts() == null || client.answerHeaders().wants(subgraph)) {
            return subgraphs.send(request);
        }
        AskedQuestion key = new AskedQuestion(subgraph, client.scope(subgraph), request.body(), changes.get());
        Ask ask = new Ask(
                key,
                subgraph,
                request.body(),
                /* hasOldAnswer= */ false,
                client.notes().trace(request.step()));
        return calls.join(ask, client, fetched -> {}, () -> subgraphs.deduplicated(subgraph))
                .thenApply(fetched -> {
                    subgraphs.hold(client, subgraph, fetched.body().length);
                    return new SubgraphResponse(fetched.body());
                });
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
