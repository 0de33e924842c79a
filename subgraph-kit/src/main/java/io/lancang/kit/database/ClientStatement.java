package io.lancang.kit.database;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the connection that it has to itself. Safe for any thread: whether it was cancelled is guarded by the
 * monitor, and decided before its connection is given back.
 */
final class ClientStatement {
    private static final Logger LOG = Logger.getLogger(ClientStatement.class);
    private static final String QUERY_CANCELED = "57014";
    private static final String LEAVE = "select pg_terminate_backend(pg_backend_pid())";

    /** The pool lets a closed connection go in a moment, and tells nobody when it has. */
    private static final long SETTLING_MILLIS = 1_000;

    private final SqlConnection connection;
    private final Vertx vertx;
    private boolean released;
    private @Nullable Future<Void> cancellation;

    ClientStatement(SqlConnection connection, Vertx vertx) {
        this.connection = connection;
        this.vertx = vertx;
    }

    /** What a statement fails with whose client has left. Nobody is there to read it. */
    static ServiceException unasked() {
        return new ServiceException(
                ErrorCode.UNAVAILABLE, "The client left before it was answered.", "Ask again and wait for the answer.");
    }

    /** Asks the server to end the statement. Without effect if that was asked already, or the statement has ended. */
    synchronized void cancel() {
        if (!released && cancellation == null) {
            cancellation = PgConnection.cast(connection)
                    .cancelRequest()
                    .onFailure(lost -> LOG.warnf("A statement whose client left cannot be cancelled: %s", lost));
        }
    }

    /** Gives the connection back and then hands the result on. To be called once, when the statement has ended. */
    <T> Future<T> release(Future<T> result) {
        Future<Void> cancelled = end();
        if (cancelled == null) {
            return connection.close().transform(closed -> result);
        }
        return cancelled
                .transform(sent -> (result.failed() && isCanceled(result.cause())) || sent.failed()
                        ? connection.close()
                        : discard())
                .transform(closed -> Future.failedFuture(unasked()));
    }

    private synchronized @Nullable Future<Void> end() {
        released = true;
        return cancellation;
    }

    /**
     * The statement ended before the server heard that it should. That is still on its way, and would end the next
     * statement of this connection, which is somebody else's. So the connection is ended, and given back when the pool has
     * let it go: the pool hears of its end after we do, and would hand it to whoever waits.
     */
    private Future<Void> discard() {
        Promise<Void> gone = Promise.promise();
        connection.closeHandler(closed -> gone.tryComplete());
        leave(gone);
        return gone.future().onComplete(closed -> vertx.setTimer(SETTLING_MILLIS, ignored -> connection.close()));
    }

    private void leave(Promise<Void> gone) {
        connection.query(LEAVE).execute().onFailure(failure -> {
            if (isCanceled(failure)) {
                // What was on its way met this statement instead. There is only one, so that it does not meet the next.
                leave(gone);
            } else if (!(failure instanceof PgException)) {
                // The server's own last word comes before the end; any other failure means that there is no connection.
                gone.tryComplete();
            }
        });
    }

    private static boolean isCanceled(Throwable failure) {
        return failure instanceof PgException refused && QUERY_CANCELED.equals(refused.getSqlState());
    }
}
