package io.lancang.kit.database;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pool whose prepared statements stop when nobody waits for the request that they are of. All else is the pool's. Safe for
 * any thread.
 */
final class RequestPool implements Pool {
    private final Pool pool;

    RequestPool(Pool pool) {
        this.pool = pool;
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return new RequestQuery<>(this, connection -> connection.preparedQuery(sql), pool.preparedQuery(sql));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return new RequestQuery<>(
                this, connection -> connection.preparedQuery(sql, options), pool.preparedQuery(sql, options));
    }

    /** Runs a statement on a connection that can be told to stop, if it is part of a request. */
    <T> Future<T> run(
            Function<SqlConnection, PreparedQuery<T>> onConnection, PreparedQuery<T> onPool, Tuple parameters) {
        @Nullable RunningStatements request = RunningStatements.ofRequest();
        if (request == null) {
            return onPool.execute(parameters);
        }
        return pool.getConnection()
                .compose(connection -> request.run(
                        connection, () -> onConnection.apply(connection).execute(parameters)));
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        pool.getConnection(handler);
    }

    @Override
    public Future<SqlConnection> getConnection() {
        return pool.getConnection();
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return pool.query(sql);
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        pool.close(handler);
    }

    @Override
    public Future<Void> close() {
        return pool.close();
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation") // The interface demands it as long as it has it.
    public Pool connectHandler(Handler<SqlConnection> handler) {
        pool.connectHandler(handler);
        return this;
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation") // As above.
    public Pool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        pool.connectionProvider(provider);
        return this;
    }

    @Override
    public int size() {
        return pool.size();
    }
}
