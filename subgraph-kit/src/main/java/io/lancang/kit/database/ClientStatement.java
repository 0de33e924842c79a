package io.lancang.kit.database;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.Future;
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
                        // That it should end is still on its way, and would end the next statement of this connection,
                        // which is
                        // somebody else's.
                        : Discarded.of(connection, vertx))
                .transform(closed -> Future.failedFuture(unasked()));
    }

    private synchronized @Nullable Future<Void> end() {
        released = true;
        return cancellation;
    }

    static boolean isCanceled(Throwable failure) {
        return failure instanceof PgException refused && QUERY_CANCELED.equals(refused.getSqlState());
    }
}
