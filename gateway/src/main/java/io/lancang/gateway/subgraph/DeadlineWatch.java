package io.lancang.gateway.subgraph;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who wait in the name of one client that its time is over. One timer for all of them: an operation asks several
 * subgraphs, one after the other, and is answered long before. Belongs to the client's event loop.
 */
final class DeadlineWatch {
    private static final long NO_TIMER = -1;

    private final List<CallWaiter> waiting = new ArrayList<>();
    private @Nullable Vertx vertx;
    private long timer = NO_TIMER;

    /** @param remaining milliseconds, above zero */
    void begin(CallWaiter waiter, Vertx clock, long remaining) {
        waiting.add(waiter);
        if (timer == NO_TIMER) {
            vertx = clock;
            timer = clock.setTimer(remaining, ignored -> expire());
        }
    }

    void end(CallWaiter waiter) {
        waiting.remove(waiter);
    }

    private void expire() {
        timer = NO_TIMER;
        // Who leaves may make the engine ask the next, who finds the time over.
        List.copyOf(waiting).forEach(CallWaiter::expire);
    }

    /** The client has its answer, or is given more time. */
    void stop() {
        if (vertx != null && timer != NO_TIMER) {
            vertx.cancelTimer(timer);
            timer = NO_TIMER;
        }
    }
}
