package io.lancang.federation.execute;

import io.lancang.federation.error.ErrorCode;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The engine's only way out. Implementations send {@link SubgraphRequest#body()} and complete with the answer's bytes, or
 * exceptionally with a {@link SubgraphException}. They never block; the stage may complete on any thread.
 */
@FunctionalInterface
public interface SubgraphClient {
    CompletionStage<SubgraphResponse> send(SubgraphRequest request);

    /**
     * Opens a subscription. Each event is a GraphQL response by itself. Subscribing sends the request, cancelling ends it at
     * the subgraph; the stream fails with a {@link SubgraphException} if the subgraph refuses it or breaks it off.
     *
     * <p>A client without a transport for streams need not implement it: it refuses.
     */
    default Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
        throw new SubgraphException(
                ErrorCode.SUBGRAPH_UNAVAILABLE,
                "The subgraph " + request.subgraph() + " cannot be subscribed to: there is no transport for streams.");
    }
}
