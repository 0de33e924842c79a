package io.lancang.gateway.subgraph.share;

import io.lancang.federation.SubgraphException;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.answer.FetchedAnswer;
import io.lancang.gateway.subgraph.call.Ask;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Requests that are on their way to subgraphs, each of which is sent once for all who ask the same at the time. Whoever leaves
 * leaves the others waiting; only when nobody waits any more is the request given up. Thread-safe.
 */
public final class SharedCalls {
    private final Vertx vertx;
    private final HttpSubgraphClient subgraphs;
    private final Map<Object, SharedCall> running = new ConcurrentHashMap<>();

    public SharedCalls(Vertx vertx, HttpSubgraphClient subgraphs) {
        this.vertx = vertx;
        this.subgraphs = subgraphs;
    }

    /**
     * Asks, or joins those who have asked already.
     *
     * @param first hears of the answer before all who wait; of one call only, that which is really made
     * @param joined called if somebody has asked already
     * @return completes on the caller's event loop, or fails with a {@link SubgraphException}
     */
    public CompletionStage<FetchedAnswer> join(
            Ask ask, ClientRequest client, Consumer<FetchedAnswer> first, Runnable joined) {
        CallWaiter waiter = new CallWaiter(vertx.getOrCreateContext(), client, ask.subgraph());
        if (waiter.begin(subgraphs.alarms())) {
            while (!enter(ask, client, first, joined, waiter)) {
                // The call had ended just now, and is gone from the map.
            }
        }
        return waiter.answer();
    }

    private boolean enter(
            Ask ask, ClientRequest client, Consumer<FetchedAnswer> first, Runnable joined, CallWaiter waiter) {
        SharedCall own = started(ask, client);
        SharedCall there = running.putIfAbsent(ask.key(), own);
        if (there == null) {
            own.add(waiter);
            own.send(subgraphs, ask, first);
            return true;
        }
        if (there.add(waiter)) {
            joined.run();
            ask.trace().joined();
            return true;
        }
        running.remove(ask.key(), there);
        return false;
    }

    /** Asks for nobody who waits, unless somebody has asked already. */
    public void refresh(Ask ask, ClientRequest client, Consumer<FetchedAnswer> first) {
        SharedCall own = started(ask, client);
        if (running.putIfAbsent(ask.key(), own) == null) {
            own.keep();
            own.send(subgraphs, ask, first);
        }
    }

    private SharedCall started(Ask ask, ClientRequest client) {
        // By identity: another may have taken the place of one that everybody has left.
        return new SharedCall(vertx.getOrCreateContext(), client.detached(), ended -> running.remove(ask.key(), ended));
    }
}
