package io.lancang.kit.database;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one request that run now. Statements begin and end on any event loop, the client may leave on another
 * one: all that changes is guarded by this object.
 */
final class RunningStatements {
    private static final Logger LOG = Logger.getLogger(RunningStatements.class);
    private static final String KEY = RunningStatements.class.getName();
    private static final Future<Void> NOTHING = Future.succeededFuture();

    /** Running connections, each with what its connection has to wait for before another request may have it. */
    private final Map<SqlConnection, Future<Void>> running = new HashMap<>();

    private boolean isAbandoned;

    /** Begins to keep account of the request that the current context is of. */
    static RunningStatements begin() {
        RunningStatements statements = new RunningStatements();
        @Nullable Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            context.putLocal(KEY, statements);
        }
        return statements;
    }

    /** Those of the request that the current context is of; null outside of a request. */
    static @Nullable RunningStatements ofRequest() {
        @Nullable Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context.getLocal(KEY) : null;
    }

    /** Runs a statement on a connection, which goes back to its pool afterwards. */
    <T> Future<T> run(SqlConnection connection, Supplier<Future<T>> statement) {
        if (!add(connection)) {
            return connection
                    .close()
                    .transform(closed -> Future.failedFuture(new CancellationException("The client has left")));
        }
        return statement.get().onComplete(done -> giveBack(connection));
    }

    private synchronized boolean add(SqlConnection connection) {
        if (!isAbandoned) {
            running.put(connection, NOTHING);
        }
        return !isAbandoned;
    }

    /** A statement that is being told to stop must have been reached by it, or it would stop whatever comes next. */
    private void giveBack(SqlConnection connection) {
        @Nullable Future<Void> stopping;
        synchronized (this) {
            stopping = running.remove(connection);
        }
        (stopping == null ? NOTHING : stopping).onComplete(told -> connection.close());
    }

    /** Stops all statements, and lets none begin. */
    synchronized void abandon() {
        isAbandoned = true;
        running.replaceAll((connection, nothing) -> PgConnection.cast(connection)
                .cancelRequest()
                .onFailure(failure -> LOG.debugf("A statement that nobody waits for goes on: %s", failure)));
    }
}
