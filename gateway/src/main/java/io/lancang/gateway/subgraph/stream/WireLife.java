package io.lancang.gateway.subgraph.stream;

import io.lancang.federation.SubgraphException;
import io.lancang.gateway.subgraph.endpoint.Openings;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.failure.StreamFailures;
import io.lancang.gateway.subgraph.failure.SubgraphFailures;
import io.vertx.core.Context;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What all ways to stream from a subgraph share: a limit to opening, a watch for silence, and one end. It belongs to the
 * stream's event loop.
 */
final class WireLife {
    private static final Logger LOG = Logger.getLogger(WireLife.class);
    private static final long NO_TIMER = -1;

    private final SubgraphEndpoint endpoint;
    private final SubgraphStream stream;
    private final Runnable disconnect;
    private long timer = NO_TIMER;
    private Openings.@Nullable Turn turn;
    private boolean connecting;
    private boolean connected;
    private boolean heard;
    private boolean over;

    /** @param disconnect ends the connection as far as there is one; called once at most */
    WireLife(SubgraphEndpoint endpoint, SubgraphStream stream, Runnable disconnect) {
        this.endpoint = endpoint;
        this.stream = stream;
        this.disconnect = disconnect;
    }

    /**
     * From now on there is the time of an ordinary request until the subgraph has accepted the subscription, with the time that it
     * waits for its turn.
     *
     * @param client identifies the client
     * @param connect what opens the connection and then says {@link #connected()}; called at once, later, or never if the time is
     *     over
     */
    void open(String client, Runnable connect) {
        long millis = endpoint.timeoutMillis();
        timer = endpoint.vertx().setTimer(millis, ignored -> expire(millis));
        Context loop = endpoint.vertx().getOrCreateContext();
        Openings.Turn entered =
                endpoint.openings().enter(client, () -> begin(connect), task -> loop.runOnContext(_ -> task.run()));
        turn = entered;
        if (over) {
            leave();
        }
    }

    private void begin(Runnable connect) {
        if (!over) {
            connecting = true;
            connect.run();
        }
    }

    /** There is a connection, or there will be none. */
    void connected() {
        connecting = false;
        connected = true;
        if (over) {
            endpoint.vertx().cancelTimer(timer);
            leave();
            stream.gone();
        }
    }

    private void expire(long millis) {
        connecting = false;
        fail(StreamFailures.notOpened(endpoint.name(), millis));
        leave();
        stream.gone();
    }

    /**
     * A connection that is on its way keeps its turn, for the time of a request at most, though nobody wants it any more: the
     * subgraph is busy with it. Otherwise a client that begins and ends subscriptions again and again would have any number
     * opened at a time.
     */
    private void leave() {
        if (turn != null && !connecting) {
            turn.leave();
        }
    }

    /**
     * The subscription is accepted: from now on the subgraph must not be silent.
     *
     * @param periodMillis a subgraph that is silent for two periods is given up
     * @param ask called after each period that was not silent, so that a subgraph without events can show that it is there
     */
    void watch(long periodMillis, Runnable ask) {
        endpoint.vertx().cancelTimer(timer);
        leave();
        heard = true;
        timer = endpoint.vertx().setPeriodic(periodMillis, ignored -> checkAlive(ask));
        stream.accepted();
    }

    private void checkAlive(Runnable ask) {
        // What is paused is not read, so its silence is ours. Once it is read again, it is asked before it is given up.
        if (stream.isPaused()) {
            heard = true;
        } else if (heard) {
            heard = false;
            ask.run();
        } else {
            fail(StreamFailures.silent(
                    endpoint.name(), endpoint.streams().idleTimeout().toMillis()));
        }
    }

    /** Something came from the subgraph. */
    void heard() {
        heard = true;
    }

    boolean isOver() {
        return over;
    }

    void fail(SubgraphException failure) {
        if (end()) {
            // Here, and not for each client whose subscription fails by it.
            if (!SubgraphFailures.isOfTheClient(failure)) {
                Throwable cause = failure.getCause();
                LOG.warnf("%s%s", failure.getMessage(), cause == null ? "" : " The cause: " + cause);
            }
            stream.failed(failure);
            disconnect.run();
            stream.gone();
        }
    }

    void complete() {
        if (end()) {
            stream.completed();
            disconnect.run();
            stream.gone();
        }
    }

    /**
     * Nobody wants the stream any more. A connection is closed when its turn has come; without one nothing has to wait.
     *
     * @param takeLeave closes the connection
     */
    void close(Runnable takeLeave) {
        if (!end() || connecting) {
            return;
        }
        if (connected) {
            endpoint.closings().add(() -> {
                takeLeave.run();
                stream.gone();
            });
        } else {
            stream.gone();
        }
    }

    /** Whether this is the first end; there is no other. */
    boolean end() {
        if (over) {
            return false;
        }
        over = true;
        if (!connecting) {
            endpoint.vertx().cancelTimer(timer);
        }
        leave();
        return true;
    }
}
