package io.lancang.kit.database;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;

/** Ends connections of a pool that nobody may have any more. */
final class Discarded {
    private static final String LEAVE = "select pg_terminate_backend(pg_backend_pid())";

    /** The pool lets a closed connection go in a moment, and tells nobody when it has. */
    private static final long SETTLING_MILLIS = 1_000;

    private Discarded() {}

    /**
     * Ends a connection, and gives it back when the pool has let it go: the pool hears of its end after we do, and would hand it to whoever
     * waits. Complete when the connection has ended.
     */
    static Future<Void> of(SqlConnection connection, Vertx vertx) {
        Promise<Void> gone = Promise.promise();
        connection.closeHandler(closed -> gone.tryComplete());
        leave(connection, gone);
        return gone.future().onComplete(closed -> vertx.setTimer(SETTLING_MILLIS, ignored -> connection.close()));
    }

    private static void leave(SqlConnection connection, Promise<Void> gone) {
        connection.query(LEAVE).execute().onFailure(failure -> {
            if (ClientStatement.isCanceled(failure)) {
                // What was on its way met this statement instead. There is only one, so that it does not meet the next.
                leave(connection, gone);
            } else if (!(failure instanceof PgException)) {
                // The server's own last word comes before the end; any other failure means that there is no connection.
                gone.tryComplete();
            }
        });
    }
}
