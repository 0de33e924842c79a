package io.lancang.federation;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The engine's only way out. Implementations send {@link SubgraphRequest#body()} and complete with the answer's bytes, or
 * exceptionally with a {@link SubgraphException}. They never block; the stage may complete on any thread.
 *
 * @param <C> what the caller of the engine hands on to it with each client request, headers to forward for instance
 */
@FunctionalInterface
public interface SubgraphClient<C> {
    CompletionStage<SubgraphResponse> send(SubgraphRequest<C> request);

    /**
     * What a client may see of an error that a subgraph reports. Called for each error before it is brought to its place in the
     * answer.
     *
     * @param reported with message, code, service and extensions, without path
     * @return the same, or another in its place, without path
     */
    default GraphQLError shown(String subgraph, GraphQLError reported) {
        return reported;
    }

    /**
     * Opens a subscription. Each event is a GraphQL response by itself. Subscribing sends the request, cancelling ends it at
     * the subgraph; the stream fails with a {@link SubgraphException} if the subgraph refuses it or breaks it off.
     *
     * <p>A client without a transport for streams need not implement it: it refuses.
     */
    default Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest<C> request) {
        throw new SubgraphException(
                ErrorCode.SUBGRAPH_UNAVAILABLE,
                "The subgraph " + request.subgraph() + " cannot be subscribed to: there is no transport for streams.");
    }
}
