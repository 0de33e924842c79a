package io.lancang.gateway.subgraph.stream;

import io.lancang.federation.SubgraphException;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.failure.StreamFailures;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client's end of a stream that clients share. What it has not read waits here, on its event loop, and the others go on
 * reading; a client for which too much waits is left behind: its subscription fails, and no event is left out of it.
 */
final class SharedWire implements Wire {
    /** Events that wait for a client which keeps up. When this many wait for each client, the subgraph is read no more. */
    private static final int BEHIND = 8;

    private final Context loop;
    private final SubgraphStream stream;
    private final SubgraphEndpoint endpoint;
    private final Function<SharedWire, SharedStream> joining;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();
    // All below belongs to the event loop of the client.
    private final Queue<byte[]> unread = new ArrayDeque<>();
    private @Nullable SharedStream shared;
    private @Nullable End end;
    private boolean isPaused;
    private boolean isClosed;

    /** How the shared stream ended: with a failure, or because the subgraph had no more events. */
    private record End(@Nullable SubgraphException failure) {}

    /**
     * @param loop of the client
     * @param stream of the client
     * @param joining joins a stream, or opens one
     */
    SharedWire(
            Context loop,
            SubgraphStream stream,
            SubgraphEndpoint endpoint,
            Function<SharedWire, SharedStream> joining) {
        this.loop = loop;
        this.stream = stream;
        this.endpoint = endpoint;
        this.joining = joining;
    }

    @Override
    public void open() {
        shared = joining.apply(this);
    }

    /** Whether the client reads more slowly than the subgraph sends. May be called on any thread. */
    boolean isBehind() {
        return waiting.get() >= BEHIND;
    }

    /** Takes an event from the shared stream, on its event loop. False if the client is left behind. */
    boolean offer(byte[] event) {
        int events = waiting.incrementAndGet();
        long bytes = waitingBytes.addAndGet(event.length);
        // One event alone always has room: it is no larger than an answer may be.
        if (events > endpoint.streams().maxUnread() || (events > 1 && bytes > endpoint.maxResponseSize())) {
            endpoint.meter().streamLeftBehind();
            finish(StreamFailures.leftBehind(endpoint.name(), events - 1));
            return false;
        }
        loop.runOnContext(ignored -> take(event));
        return true;
    }

    /** The shared stream has ended, for this client at least. Called on the event loop of the shared stream. */
    void finish(@Nullable SubgraphException failure) {
        loop.runOnContext(ignored -> {
            if (end == null) {
                end = new End(failure);
                drain();
            }
        });
    }

    private void take(byte[] event) {
        if (!isClosed) {
            unread.add(event);
            drain();
        }
    }

    private void drain() {
        while (!isPaused && !isClosed && !unread.isEmpty()) {
            byte[] event = unread.remove();
            waitingBytes.addAndGet(-event.length);
            int left = waiting.decrementAndGet();
            stream.event(event);
            if (left < BEHIND && shared != null) {
                shared.wake();
            }
        }
        if (end != null && !isClosed && unread.isEmpty()) {
            isClosed = true;
            report(end);
        }
    }

    private void report(End how) {
        if (how.failure() == null) {
            stream.completed();
        } else {
            stream.failed(how.failure());
        }
        leave();
    }

    @Override
    public void pause() {
        isPaused = true;
    }

    @Override
    public void resume() {
        isPaused = false;
        drain();
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            unread.clear();
            leave();
        }
    }

    private void leave() {
        if (shared == null) {
            stream.gone();
        } else {
            shared.leave(this, () -> loop.runOnContext(ignored -> stream.gone()));
        }
    }
}
