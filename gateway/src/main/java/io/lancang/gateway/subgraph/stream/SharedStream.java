package io.lancang.gateway.subgraph.stream;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a subgraph whose events go to all clients that subscribed to the same. It is read as fast as the fastest of them
 * reads, and closed when the last has left. Clients join and leave on any thread; events come on one event loop.
 */
final class SharedStream implements Flow.Subscriber<SubgraphResponse> {
    private final Context context;
    private final ClientRequest own;
    private final boolean isJoinedLate;
    private final Consumer<SharedStream> joinedNoMore;

    /** Belongs to the event loop. */
    private Flow.@Nullable Subscription events;

    private volatile boolean starved;

    // All below belongs to whoever holds the monitor.
    private final Set<SharedWire> wires = new LinkedHashSet<>();
    private boolean hasBegun;
    private boolean isAsked;
    private boolean isOver;

    /**
     * @param context the event loop on which the stream is opened
     * @param own in whose name it is opened
     * @param isJoinedLate whether clients may join after its first event
     * @param joinedNoMore called when it is over
     */
    SharedStream(Context context, ClientRequest own, boolean isJoinedLate, Consumer<SharedStream> joinedNoMore) {
        this.context = context;
        this.own = own;
        this.isJoinedLate = isJoinedLate;
        this.joinedNoMore = joinedNoMore;
    }

    /** Lets a client join. False if it is too late. */
    synchronized boolean add(SharedWire wire) {
        if (isOver || (hasBegun && !isJoinedLate)) {
            return false;
        }
        wires.add(wire);
        return true;
    }

    /**
     * A client leaves.
     *
     * @param gone called when nothing is left of the stream that is for this client alone, on any event loop
     */
    void leave(SharedWire wire, Runnable gone) {
        boolean isLast;
        synchronized (this) {
            isLast = wires.remove(wire) && wires.isEmpty();
            isOver |= isLast;
        }
        if (isLast) {
            joinedNoMore.accept(this);
            context.runOnContext(ignored -> {
                cancel();
                own.streams().whenAllAreGone(gone);
            });
        } else {
            gone.run();
            wake();
        }
    }

    /** Reads on if nothing is read because all clients were behind. To be called after a client has caught up. */
    void wake() {
        if (starved) {
            context.runOnContext(ignored -> pull());
        }
    }

    private void cancel() {
        if (events != null) {
            events.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        events = subscription;
        pull();
    }

    private void pull() {
        starved = false;
        if (!ask()) {
            // Whoever catches up from now on sees it; whoever did just before is seen now.
            starved = true;
            if (!ask()) {
                return;
            }
            starved = false;
        }
        if (events != null) {
            events.request(1);
        }
    }

    /** Whether another event may be asked for now. */
    private synchronized boolean ask() {
        if (isOver || isAsked || wires.stream().allMatch(SharedWire::isBehind)) {
            return false;
        }
        isAsked = true;
        return true;
    }

    @Override
    public void onNext(SubgraphResponse event) {
        List<SharedWire> all;
        synchronized (this) {
            isAsked = false;
            hasBegun = true;
            all = List.copyOf(wires);
        }
        for (SharedWire wire : all) {
            if (!wire.offer(event.body())) {
                leave(wire, () -> {});
            }
        }
        pull();
    }

    @Override
    public void onError(Throwable failure) {
        // A stream of a subgraph fails with nothing else.
        finish((SubgraphException) failure);
    }

    @Override
    public void onComplete() {
        finish(/* failure= */ null);
    }

    private void finish(@Nullable SubgraphException failure) {
        List<SharedWire> all;
        synchronized (this) {
            isOver = true;
            all = List.copyOf(wires);
            wires.clear();
        }
        joinedNoMore.accept(this);
        all.forEach(wire -> wire.finish(failure));
    }
}
