package io.lancang.gateway.extension;

import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.gateway.api.FromSubgraphExtension;
import io.lancang.gateway.api.RefusedByExtensionException;
import io.lancang.gateway.api.ToSubgraphExtension;
import io.lancang.gateway.headers.AnswerHeaders;
import io.lancang.gateway.headers.OutgoingHeaders;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Shows beans the headers to and from subgraphs. Before the cache, so that what is kept is kept for clients with the same headers.
 * Thread-safe; each request stays on the event loop of its client.
 */
final class ExtendedSubgraphClient implements SubgraphClient<ClientRequest> {
    private final SubgraphClient<ClientRequest> subgraphs;
    private final ExtensionPoint<ToSubgraphExtension> to;
    private final ExtensionPoint<FromSubgraphExtension> from;

    ExtendedSubgraphClient(
            SubgraphClient<ClientRequest> subgraphs,
            ExtensionPoint<ToSubgraphExtension> to,
            ExtensionPoint<FromSubgraphExtension> from) {
        this.subgraphs = subgraphs;
        this.to = to;
        this.from = from;
    }

    @Override
    public CompletionStage<SubgraphResponse> send(SubgraphRequest<ClientRequest> request) {
        ClientRequest client = request.context();
        String subgraph = request.subgraph();
        if (!from.isEmpty()) {
            client.answerHeaders().remember();
        }
        return prepared(client, subgraph)
                .compose(ignored -> Future.fromCompletionStage(subgraphs.send(request)))
                .compose(answer -> seen(client).map(ignored -> answer))
                .recover(failure -> Future.failedFuture(ofSubgraph(subgraph, failure)))
                .toCompletionStage();
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest<ClientRequest> request) {
        String subgraph = request.subgraph();
        return Uni.createFrom()
                .completionStage(() -> prepared(request.context(), subgraph)
                        .recover(failure -> Future.failedFuture(ofSubgraph(subgraph, failure)))
                        .toCompletionStage())
                .onItem()
                .transformToMulti(ignored -> subgraphs.subscribe(request));
    }

    @Override
    public GraphQLError shown(String subgraph, GraphQLError reported) {
        return subgraphs.shown(subgraph, reported);
    }

    private Future<@Nullable Void> prepared(ClientRequest client, String subgraph) {
        if (to.isEmpty()) {
            return Future.succeededFuture();
        }
        return client.extensions().once(subgraph, () -> {
            OutgoingHeaders headers = client.outgoing(subgraph).ofClientAlone();
            return to.show(
                            client,
                            bean -> bean.toSubgraph(
                                    subgraph, new SentHeaderValues(headers.all()), new ClientContext(client)))
                    .onSuccess(ignored -> client.extensions().send(subgraph, headers));
        });
    }

    private Future<@Nullable Void> seen(ClientRequest client) {
        Future<@Nullable Void> all = Future.succeededFuture();
        for (AnswerHeaders.Received received : client.answerHeaders().takeRemembered()) {
            all = all.compose(ignored -> from.show(
                    client,
                    bean -> bean.fromSubgraph(
                            received.subgraph(),
                            new ReceivedHeaderValues(received.headers()),
                            new ClientContext(client))));
        }
        return all;
    }

    private static Throwable ofSubgraph(String subgraph, Throwable failure) {
        return switch (failure) {
            case RefusedByExtensionException refused -> new SubgraphException(ErrorCode.FORBIDDEN, refused.message());
            case ExtensionFailedException failed ->
                new SubgraphException(
                        ErrorCode.INTERNAL,
                        "An extension of the gateway failed at a request to the subgraph \"" + subgraph + "\".");
            default -> failure;
        };
    }
}
