package io.lancang.gateway.subgraph.share;

import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.answer.FetchedAnswer;
import io.lancang.gateway.subgraph.call.Ask;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request that several wait for. It is made in nobody's name: it has a time of its own, and the room that its answer takes is
 * given back when each who waits has taken room of its own. Thread-safe.
 */
final class SharedCall {
    private final Context context;
    private final ClientRequest own;
    private final Consumer<SharedCall> end;
    // All below belongs to whoever holds the monitor.
    private final List<CallWaiter> waiting = new ArrayList<>();
    private boolean isKept;
    private boolean isOver;

    /**
     * @param context the event loop on which the request is made
     * @param own in whose name it is made
     * @param end called once, before anybody hears of the end
     */
    SharedCall(Context context, ClientRequest own, Consumer<SharedCall> end) {
        this.context = context;
        this.own = own;
        this.end = end;
    }

    /** Goes on though nobody waits. */
    synchronized void keep() {
        isKept = true;
    }

    /** Lets somebody wait. False if it is too late. */
    synchronized boolean add(CallWaiter waiter) {
        if (isOver) {
            return false;
        }
        waiting.add(waiter);
        waiter.waitsFor(this);
        return true;
    }

    /** Somebody waits no more. */
    void leave(CallWaiter waiter) {
        synchronized (this) {
            if (isOver || !waiting.remove(waiter) || !waiting.isEmpty() || isKept) {
                return;
            }
            isOver = true;
        }
        end.accept(this);
        context.runOnContext(ignored -> own.abandon());
    }

    void send(HttpSubgraphClient subgraphs, Ask ask, Consumer<FetchedAnswer> first) {
        subgraphs.fetch(ask, own).whenComplete((answer, failure) -> ended(answer, failure, first));
    }

    private void ended(@Nullable FetchedAnswer answer, @Nullable Throwable failure, Consumer<FetchedAnswer> first) {
        try {
            if (answer != null) {
                first.accept(answer);
            }
        } finally {
            own.release();
            List<CallWaiter> all;
            synchronized (this) {
                all = isOver ? List.of() : List.copyOf(waiting);
                isOver = true;
            }
            end.accept(this);
            all.forEach(waiter -> waiter.deliver(answer, failure));
        }
    }
}
