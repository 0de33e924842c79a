package io.lancang.integration.gateway;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One answer with events: {@code ready} once nothing is missed any more, {@code changed} for each change, and a comment for each pulse. It
 * ends where something may have been missed, so that the gateway begins anew, and where the gateway does not read. Safe for any thread.
 */
final class ChangeStream {
    private static final Logger LOG = Logger.getLogger(ChangeStream.class);
    /** Events wait here for others that are written; a gateway that is further behind begins anew. */
    private static final int BUFFER = 256;

    private final HttpServerResponse response;
    // All below is guarded by the monitor.
    private Runnable ended = () -> {};
    private @Nullable Cancellable work;
    private boolean isReady;
    private boolean isOver;

    ChangeStream(HttpServerResponse response) {
        this.response = response;
    }

    /** What is done once, when it is over. */
    synchronized void onEnd(Runnable then) {
        ended = then;
    }

    void begin(Multi<Signal> signals) {
        response.setChunked(true)
                .putHeader("content-type", "text/event-stream")
                .putHeader("cache-control", "no-store")
                .closeHandler(closed -> end())
                .exceptionHandler(failure -> end());
        response.writeHead();
        Cancellable listening = signals.onOverflow().buffer(BUFFER).subscribe().with(this::tell, failure -> {
            LOG.debugf("A stream of changes ends: %s", failure);
            end();
        });
        keep(listening);
    }

    private synchronized void keep(Cancellable listening) {
        work = listening;
        if (isOver) {
            listening.cancel();
        }
    }

    private void tell(Signal signal) {
        switch (signal) {
            case Signal.Alive() -> write(becomesReady() ? "event: ready\ndata: {}\n\n" : ": alive\n\n");
            case Signal.Changed(String what) -> write("event: changed\ndata: " + what + "\n\n");
            case Signal.Lost() -> end();
        }
    }

    private synchronized boolean becomesReady() {
        boolean was = isReady;
        isReady = true;
        return !was;
    }

    private void write(String event) {
        if (response.writeQueueFull()) {
            end();
            return;
        }
        response.write(event).onFailure(failure -> end());
    }

    /** Ends the answer. Done already, it does nothing. */
    void end() {
        Runnable then;
        synchronized (this) {
            if (isOver) {
                return;
            }
            isOver = true;
            then = ended;
            if (work != null) {
                work.cancel();
            }
        }
        then.run();
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }
}
