package io.lancang.gateway.subscription;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.engine.EventCursor;
import io.lancang.federation.engine.Prepared;
import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.request.Problem;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.lancang.gateway.telemetry.SubscriptionEnd;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of a client from its first answer to its end. It asks for one answer at a time and for none while the
 * client has not read what it was sent, so a slow client slows its subgraph and costs no memory.
 *
 * <p>Holds a place among the open subscriptions until it has ended and nothing is left of it at the subgraph: what waits to be
 * closed takes as much memory as what is open, and clients end subscriptions faster than connections are closed. Belongs to the
 * event loop of the client's connection: subgraphs' events and answers arrive there as well.
 */
public final class ClientStream {
    private static final Logger LOG = Logger.getLogger(ClientStream.class);

    private final Prepared.Events subscription;
    private final @Nullable EventCursor cursor;
    private final ClientRequest client;
    private final Runnable leave;
    private final GatewayMetrics metrics;
    private @Nullable AnswerSink sink;
    private Flow.@Nullable Subscription answers;
    private Consumer<SubscriptionEnd> listener = how -> {};
    private boolean asked;
    private boolean ended;

    /**
     * @param subscription that the engine accepted
     * @param cursor where its events have their places; null if it cannot go on behind one
     * @param client for whom
     * @param leave gives back the places that this stream has already
     */
    public ClientStream(
            Prepared.Events subscription,
            @Nullable EventCursor cursor,
            ClientRequest client,
            Runnable leave,
            GatewayMetrics metrics) {
        this.subscription = subscription;
        this.cursor = cursor;
        this.client = client;
        this.leave = leave;
        this.metrics = metrics;
    }

    /** Where events have their places, behind which the client can go on; null if they have none. */
    public @Nullable EventCursor cursor() {
        return cursor;
    }

    /** Has somebody hear of its end, once. */
    public void whenEnded(Consumer<SubscriptionEnd> then) {
        listener = then;
    }

    /** Opens the stream at the subgraph. To be called once, unless the stream was ended before. */
    public void start(AnswerSink destination) {
        if (!ended) {
            sink = destination;
            subscription.answers().subscribe(new Receiver());
        }
    }

    /** Asks for the next answer, if the client can be sent one and none is under way. */
    public void resume() {
        if (!ended && !asked && answers != null && sink != null && sink.isReady()) {
            asked = true;
            answers.request(1);
        }
    }

    /** Ends the stream from the client's side. Nothing is sent to the client. Without effect once it has ended. */
    public void end(SubscriptionEnd why) {
        if (release(why)) {
            client.abandon();
            if (answers != null) {
                answers.cancel();
            }
        }
    }

    private boolean release(SubscriptionEnd why) {
        if (ended) {
            return false;
        }
        ended = true;
        client.streams().whenAllAreGone(leave);
        client.release();
        metrics.subscriptionEnded(why);
        listener.accept(why);
        OperationTrace trace = client.notes().trace();
        if (trace != null) {
            trace.ended(why);
        }
        return true;
    }

    private Problem problem(Throwable failure) {
        if (failure instanceof SubgraphException known) {
            return new Problem(
                    known.code().name(), String.valueOf(known.getMessage()), /* hint= */ null, subscription.subgraph());
        }
        if (failure instanceof RefusedException refused) {
            return refused.refusal().problem();
        }
        LOG.error("A subscription failed because of a defect", failure);
        return new Problem(
                ErrorCode.INTERNAL.name(),
                "The gateway ended the subscription because of a defect.",
                "Report it with the time; the gateway's log has the cause.",
                /* service= */ null);
    }

    /** Takes the engine's answers in. */
    private final class Receiver implements Flow.Subscriber<GraphQLResponse> {
        @Override
        public void onSubscribe(Flow.Subscription subscribed) {
            answers = subscribed;
            resume();
        }

        @Override
        public void onNext(GraphQLResponse answer) {
            if (ended || sink == null) {
                return;
            }
            asked = false;
            metrics.event();
            OperationTrace trace = client.notes().trace();
            if (trace != null) {
                trace.answeredEvent(answer);
            }
            sink.next(answer);
            resume();
        }

        @Override
        public void onError(Throwable failure) {
            if (release(SubscriptionEnd.FAILED) && sink != null) {
                sink.failed(problem(failure));
            }
        }

        @Override
        public void onComplete() {
            if (release(SubscriptionEnd.COMPLETED) && sink != null) {
                sink.completed();
            }
        }
    }
}
