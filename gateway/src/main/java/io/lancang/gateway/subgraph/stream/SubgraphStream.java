package io.lancang.gateway.subgraph.stream;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.StreamMeter;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One subscription at a subgraph, between the wire that brings events and the engine that asks for them. A few events wait
 * here, so that the wire is read, and its signs of life are seen, while the client reads the answer before; then the wire is
 * paused, and the subgraph feels it.
 *
 * <p>Belongs to one event loop. Events that arrived before the wire broke are delivered before the failure.
 */
public final class SubgraphStream implements Flow.Subscription {
    /** Events that may wait. Each is at most as large as an answer may be. */
    private static final int WAITING = 8;

    private final Context context;
    private final ClientRequest client;
    private final StreamMeter meter;
    private final Flow.Subscriber<? super SubgraphResponse> subscriber;
    private final Runnable accepted;
    private final Wire wire;
    private final Queue<byte[]> waiting = new ArrayDeque<>(WAITING);
    private long wanted;
    private boolean delivering;
    private boolean paused;
    private boolean done;
    private boolean gone;
    private @Nullable End end;

    /** How the wire ended: with a failure, or because the subgraph had no more events. */
    private record End(@Nullable SubgraphException failure) {}

    public SubgraphStream(
            Context context,
            ClientRequest client,
            StreamMeter meter,
            Flow.Subscriber<? super SubgraphResponse> subscriber,
            Runnable accepted,
            Function<SubgraphStream, Wire> wires) {
        this.context = context;
        this.client = client;
        this.meter = meter;
        this.subscriber = subscriber;
        this.accepted = accepted;
        this.wire = wires.apply(this);
    }

    /** Opens the wire. To be called once, on the event loop. */
    public void start() {
        meter.streamOpened();
        client.streams().begins();
        subscriber.onSubscribe(this);
        if (!done) {
            wire.open();
        }
    }

    @Override
    public void request(long events) {
        onLoop(() -> {
            wanted = wanted + events < 0 ? Long.MAX_VALUE : wanted + events;
            deliver();
        });
    }

    @Override
    public void cancel() {
        onLoop(() -> {
            if (finish()) {
                wire.close();
            }
        });
    }

    /** The subgraph has taken the subscription. */
    void accepted() {
        if (!done) {
            accepted.run();
        }
    }

    /** Takes an event from the wire. */
    public void event(byte[] response) {
        if (done || end != null) {
            return;
        }
        meter.event();
        waiting.add(response);
        deliver();
    }

    /** The subgraph has no more events. */
    void completed() {
        ended(new End(null));
    }

    /** The wire broke, or never held. */
    public void failed(SubgraphException failure) {
        ended(new End(failure));
    }

    /** Nothing is left of the wire, and nothing of it is on its way. Only the first time counts. */
    void gone() {
        if (!gone) {
            gone = true;
            client.streams().gone();
        }
    }

    private void ended(End how) {
        if (!done && end == null) {
            end = how;
            deliver();
        }
    }

    /** Whether reading is stopped for the client's sake, so that silence says nothing about the subgraph. */
    boolean isPaused() {
        return paused;
    }

    private void deliver() {
        // The subscriber asks for more while it takes one in; the loop that is running goes on then.
        if (delivering) {
            return;
        }
        delivering = true;
        while (!done && wanted > 0 && !waiting.isEmpty()) {
            wanted = wanted == Long.MAX_VALUE ? wanted : wanted - 1;
            client.beginEvent();
            subscriber.onNext(new SubgraphResponse(waiting.remove()));
        }
        delivering = false;
        if (!done) {
            regulate();
            reportEnd();
        }
    }

    private void regulate() {
        if (end != null) {
            return;
        }
        if (!paused && waiting.size() >= WAITING) {
            paused = true;
            wire.pause();
        } else if (paused && waiting.isEmpty()) {
            paused = false;
            wire.resume();
        }
    }

    private void reportEnd() {
        if (end == null || !waiting.isEmpty() || !finish()) {
            return;
        }
        if (end.failure() == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(end.failure());
        }
    }

    private boolean finish() {
        if (done) {
            return false;
        }
        done = true;
        waiting.clear();
        meter.streamClosed();
        return true;
    }

    private void onLoop(Runnable action) {
        if (Context.isOnEventLoopThread()) {
            action.run();
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }
}
