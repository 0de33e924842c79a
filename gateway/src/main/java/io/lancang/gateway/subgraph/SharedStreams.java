package io.lancang.gateway.subgraph;

import io.lancang.gateway.config.subscription.StreamSharing;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The streams from subgraphs that further clients may join, each opened once for all who subscribe to the same. Thread-safe.
 *
 * <p>Equal are subscriptions with the same body, document and variables in it, and the same headers for the subgraph. What else is
 * known of a client never reaches the subgraph, so that it could not tell them apart either.
 */
final class SharedStreams {
    private final Vertx vertx;
    private final Map<AskedQuestion, SharedStream> joinable = new ConcurrentHashMap<>();

    SharedStreams(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Joins a stream, or opens one.
     *
     * @param wire of the client
     * @param open opens a stream in the name of the client that it is given
     */
    SharedStream join(
            SubgraphEndpoint endpoint,
            ClientRequest client,
            byte[] body,
            SharedWire wire,
            BiConsumer<ClientRequest, SharedStream> open) {
        AskedQuestion key = new AskedQuestion(endpoint.name(), client.scope(endpoint.name()), body, /* changes= */ 0);
        // The place behind which events begin is in the body, so that it is the same for all who join.
        boolean isJoinedLate = endpoint.streams().sharing() == StreamSharing.ALWAYS && !client.beginsBehindAnEvent();
        while (true) {
            ClientRequest own = client.detached();
            SharedStream created = new SharedStream(
                    vertx.getOrCreateContext(), own, isJoinedLate, ended -> joinable.remove(key, ended));
            created.add(wire);
            SharedStream there = joinable.putIfAbsent(key, created);
            if (there == null) {
                open.accept(own, created);
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
