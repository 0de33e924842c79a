package io.lancang.gateway.subgraph.endpoint;

import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The streams of one event loop from one subgraph that nobody wants any more, closed a few at a time: clients who leave together have
 * thousands of them, and to close them all at once would hold up this event loop as well as those of the subgraph. Belongs to its
 * event loop.
 */
public final class Closings {
    private static final int PERIOD_MILLIS = 5;
    private static final int A_PERIOD = 5;

    private final Vertx vertx;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int closed;

    Closings(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Closes a stream, now or soon. */
    public void add(Runnable close) {
        waiting.add(close);
        if (closed == 0) {
            vertx.setTimer(PERIOD_MILLIS, ignored -> nextPeriod());
        }
        closeSome();
    }

    private void nextPeriod() {
        closed = 0;
        if (!waiting.isEmpty()) {
            vertx.setTimer(PERIOD_MILLIS, ignored -> nextPeriod());
            closeSome();
        }
    }

    private void closeSome() {
        while (closed < A_PERIOD && !waiting.isEmpty()) {
            closed++;
            waiting.remove().run();
        }
    }
}
