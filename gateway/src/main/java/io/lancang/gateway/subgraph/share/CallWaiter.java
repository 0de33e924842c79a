package io.lancang.gateway.subgraph.share;

import io.lancang.federation.SubgraphException;
import io.lancang.gateway.subgraph.answer.FetchedAnswer;
import io.lancang.gateway.subgraph.failure.SubgraphFailures;
import io.lancang.gateway.subgraph.request.Abandonable;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.timing.Alarms;
import io.lancang.gateway.subgraph.timing.DeadlineWatch;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One who waits for a request that others may wait for, too: as long as its own client has time. Belongs to the client's event
 * loop.
 */
final class CallWaiter implements Abandonable, DeadlineWatch.Waiter {
    private final Context context;
    private final ClientRequest client;
    private final String subgraph;
    private final CompletableFuture<FetchedAnswer> answer = new CompletableFuture<>();
    private @Nullable SharedCall call;

    CallWaiter(Context context, ClientRequest client, String subgraph) {
        this.context = context;
        this.client = client;
        this.subgraph = subgraph;
    }

    CompletionStage<FetchedAnswer> answer() {
        return answer;
    }

    /** Whether there is time to wait; if not, the answer is a failure already. */
    boolean begin(Alarms alarms) {
        long remaining = client.deadline().remainingMillis();
        if (client.isAbandoned()) {
            answer.completeExceptionally(SubgraphFailures.abandoned(subgraph));
            return false;
        }
        if (remaining <= 0) {
            answer.completeExceptionally(SubgraphFailures.deadline(subgraph));
            return false;
        }
        client.started(this);
        client.deadlines().begin(this, alarms, remaining);
        return true;
    }

    void waitsFor(SharedCall shared) {
        call = shared;
    }

    @Override
    public void abandon() {
        leave(SubgraphFailures.abandoned(subgraph));
    }

    @Override
    public void expire() {
        leave(SubgraphFailures.deadline(subgraph));
    }

    private void leave(SubgraphException why) {
        if (isFirst()) {
            if (call != null) {
                call.leave(this);
            }
            answer.completeExceptionally(why);
        }
    }

    /** Hands the end of the request over, on the event loop of the client. */
    void deliver(@Nullable FetchedAnswer fetched, @Nullable Throwable failure) {
        if (context.equals(Vertx.currentContext())) {
            take(fetched, failure);
        } else {
            context.runOnContext(ignored -> take(fetched, failure));
        }
    }

    private void take(@Nullable FetchedAnswer fetched, @Nullable Throwable failure) {
        if (!isFirst()) {
            return;
        }
        if (fetched != null) {
            answer.complete(fetched);
        } else {
            answer.completeExceptionally(
                    failure == null ? new IllegalStateException("neither answer nor failure") : failure);
        }
    }

    private boolean isFirst() {
        if (answer.isDone()) {
            return false;
        }
        client.deadlines().end(this);
        client.ended(this);
        return true;
    }
}
