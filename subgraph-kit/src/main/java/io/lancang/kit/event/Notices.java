package io.lancang.kit.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Listens to channels of PostgreSQL's NOTIFY.
 *
 * <p>Each subscription holds one connection of the pool until it is cancelled, so a service subscribes once for a channel
 * and passes on to its clients what comes: see {@link ReleaseEvents}.
 */
@Singleton
public class Notices {
    private static final Logger LOG = Logger.getLogger(Notices.class);
    static final Duration FIRST_RETRY = Duration.ofMillis(100);
    static final Duration LONGEST_RETRY = Duration.ofSeconds(2);
    /** A server that vanished without a word is noticed by that it answers no question. */
    private static final Duration PULSE = Duration.ofSeconds(10);
    /** Who is further behind loses the connection, and so hears that it missed something. */
    private static final int BUFFER = 1024;

    private final Pool pool;

    Notices(Pool pool) {
        this.pool = pool;
    }

    /**
     * Everything that is sent to a channel, for ever: a connection that is lost is made anew.
     *
     * @param channel its name as a plain SQL identifier, in lower case
     */
    public Multi<Notice> of(String channel) {
        return pool.getConnection()
                .onItem()
                .transformToMulti(connection -> listen(connection, channel))
                .onFailure()
                .invoke(failure -> LOG.warnf("Not listening to %s, will try again: %s", channel, failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely();
    }

    private static Multi<Notice> listen(SqlConnection connection, String channel) {
        return Multi.createFrom().emitter(emitter -> listen(PgConnection.cast(connection), channel, emitter), BUFFER);
    }

    private static void listen(PgConnection connection, String channel, MultiEmitter<? super Notice> emitter) {
        connection.notificationHandler(sent -> {
            if (channel.equals(sent.getChannel())) {
                emitter.emit(new Notice.Received(sent.getPayload()));
            }
        });
        connection.closeHandler(() -> emitter.fail(ClosedConnectionException.INSTANCE));
        Cancellable work = connection
                .query("listen " + channel)
                .execute()
                .invoke(() -> emitter.emit(new Notice.Listening()))
                .onItem()
                .transformToMulti(listening -> pulse(connection))
                .subscribe()
                .with(alive -> LOG.tracef("Listening to %s", channel), emitter::fail);
        emitter.onTermination(() -> {
            work.cancel();
            giveBack(connection);
        });
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
