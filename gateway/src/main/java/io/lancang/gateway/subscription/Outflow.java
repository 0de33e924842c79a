package io.lancang.gateway.subscription;

import io.vertx.core.Vertx;
import io.vertx.core.streams.WriteStream;
import java.time.Duration;

/**
 * Watches how fast a client reads what it is sent. While the connection's queue is full nothing more should be written; a
 * client that leaves it full for too long is given up. Belongs to the event loop of the connection.
 */
public final class Outflow {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final WriteStream<?> connection;
    private final Duration patience;
    private final Runnable drained;
    private final Runnable tooSlow;
    private long timer = NO_TIMER;

    /**
     * @param patience how long the queue may stay full
     * @param drained called when the queue was full and is not any more
     * @param tooSlow called when the patience is over
     */
    public Outflow(Vertx vertx, WriteStream<?> connection, Duration patience, Runnable drained, Runnable tooSlow) {
        this.vertx = vertx;
        this.connection = connection;
        this.patience = patience;
        this.drained = drained;
        this.tooSlow = tooSlow;
    }

    /** Whether more may be written. If not, {@code drained} or {@code tooSlow} follows. */
    public boolean isReady() {
        if (!connection.writeQueueFull()) {
            return true;
        }
        if (timer == NO_TIMER) {
            timer = vertx.setTimer(patience.toMillis(), ignored -> tooSlow.run());
            connection.drainHandler(ignored -> {
                stop();
                drained.run();
            });
        }
        return false;
    }

    /** Stops watching. */
    public void stop() {
        vertx.cancelTimer(timer);
        timer = NO_TIMER;
    }
}
