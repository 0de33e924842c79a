package io.lancang.gateway.subgraph.stream;

import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.gateway.config.subscription.StreamSharing;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.request.AskedQuestion;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/**
 * The streams from subgraphs that further clients may join, each opened once for all who subscribe to the same. Thread-safe.
 *
 * <p>Equal are subscriptions with the same body, document and variables in it, and the same headers for the subgraph. What else is
 * known of a client never reaches the subgraph, so that it could not tell them apart either.
 */
public final class SharedStreams {
    private final Vertx vertx;
    private final Map<AskedQuestion, SharedStream> joinable = new ConcurrentHashMap<>();

    public SharedStreams(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Opens a stream. */
    @FunctionalInterface
    public interface Opening {
        /**
         * Opens it.
         *
         * @param own in whose name
         * @param events takes what comes
         */
        void open(ClientRequest own, Flow.Subscriber<SubgraphResponse> events);
    }

    /**
     * The wire of a client, which joins a stream when it is opened, or has one opened.
     *
     * @param loop of the client
     * @param stream of the client
     */
    public Wire wire(
            SubgraphEndpoint endpoint,
            SubgraphRequest<ClientRequest> request,
            Context loop,
            SubgraphStream stream,
            Opening opening) {
        return new SharedWire(loop, stream, endpoint, wire -> join(endpoint, request, wire, opening));
    }

    private SharedStream join(
            SubgraphEndpoint endpoint, SubgraphRequest<ClientRequest> request, SharedWire wire, Opening opening) {
        ClientRequest client = request.context();
        AskedQuestion key =
                new AskedQuestion(endpoint.name(), client.scope(endpoint.name()), request.body(), /* changes= */ 0);
        // The place behind which events begin is in the body, so that it is the same for all who join.
        boolean isJoinedLate = endpoint.streams().sharing() == StreamSharing.ALWAYS && !client.beginsBehindAnEvent();
        while (true) {
            ClientRequest own = client.detached();
            SharedStream created = new SharedStream(
                    vertx.getOrCreateContext(), own, isJoinedLate, ended -> joinable.remove(key, ended));
            created.add(wire);
            SharedStream there = joinable.putIfAbsent(key, created);
            if (there == null) {
                opening.open(own, created);
                return created;
            }
            if (there.add(wire)) {
                endpoint.meter().streamJoined();
                return there;
            }
            // It has ended or begun just now.
            joinable.remove(key, there);
        }
    }
}
