package io.lancang.kit.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.ClosedConnectionException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one channel on one connection of the pool, for one subscriber, who may leave at any moment: a connection that comes
 * after that goes straight back. Safe for any thread.
 */
final class Listening {
    private static final Logger LOG = Logger.getLogger(Listening.class);
    /** A server that vanished without a word is noticed by that it answers no question. */
    private static final Duration PULSE = Duration.ofSeconds(10);

    private final String channel;
    private final MultiEmitter<? super Notice> subscriber;
    // All below is guarded by the monitor.
    private @Nullable PgConnection connection;
    private @Nullable Cancellable work;
    private boolean ended;

    Listening(String channel, MultiEmitter<? super Notice> subscriber) {
        this.channel = channel;
        this.subscriber = subscriber;
    }

    void begin(Pool pool) {
        subscriber.onTermination(this::end);
        // Not cancelled with the subscriber: who asks a pool for a connection gets one, wanted or not.
        pool.getConnection().subscribe().with(this::connected, subscriber::fail);
    }

    private synchronized void connected(SqlConnection given) {
        PgConnection own = PgConnection.cast(given);
        if (ended) {
            giveBack(own);
            return;
        }
        connection = own;
        own.notificationHandler(sent -> {
            if (channel.equals(sent.getChannel())) {
                subscriber.emit(new Notice.Received(sent.getPayload()));
            }
        });
        own.closeHandler(() -> subscriber.fail(ClosedConnectionException.INSTANCE));
        work = own.query("listen " + channel)
                .execute()
                .invoke(() -> subscriber.emit(new Notice.Listening()))
                .toMulti()
                .onItem()
                .transformToMultiAndConcatenate(listening -> pulse(own))
                .subscribe()
                .with(alive -> LOG.tracef("Listening to %s", channel), subscriber::fail);
    }

    private static Multi<?> pulse(PgConnection connection) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(PULSE)
                .every(PULSE)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> connection
                        .query("select 1")
                        .execute()
                        .ifNoItem()
                        .after(PULSE)
                        .fail());
    }

    private synchronized void end() {
        ended = true;
        if (work != null) {
            work.cancel();
        }
        PgConnection held = connection;
        // Once only: whoever cancels while the emitter takes this callback has it called twice.
        connection = null;
        if (held != null) {
            giveBack(held);
        }
    }

    /** The connection goes back to the pool, where nobody expects notifications. */
    private static void giveBack(PgConnection connection) {
        connection
                .query("unlisten *")
                .execute()
                .onTermination()
                .call(connection::close)
                .subscribe()
                .with(done -> LOG.trace("Gave the connection back"), lost -> LOG.debugf("It was lost: %s", lost));
    }
}
