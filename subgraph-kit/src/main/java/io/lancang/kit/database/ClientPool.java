package io.lancang.kit.database;

import io.lancang.kit.bounds.RequestBudget;
import io.lancang.kit.bounds.Requests;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A pool whose statements end when the client leaves for whose request they run. What is asked on a connection that was
 * taken from the pool runs to its end: a transaction writes all or nothing whoever waits for it. For what only reads there is
 * {@link ClientReads}.
 *
 * <p>The rows count for the request that reads them, which goes on off the event loops.
 */
@SuppressWarnings("deprecation") // Quarkus takes a pool of this type only.
final class ClientPool implements PgPool {
    private final Pool pool;
    private final Vertx vertx;
    private final HeavyStatements heavy;

    ClientPool(Pool pool, Vertx vertx, HeavyStatements heavy) {
        this.pool = pool;
        this.vertx = vertx;
        this.heavy = heavy;
    }

    private <T> Future<T> run(Function<SqlClient, Future<T>> statement) {
        return Requests.heardOffLoop(heavy.inTurn(() -> Client.current()
                .map(client -> client.run(pool, vertx, statement))
                .orElseGet(() -> statement.apply(pool))));
    }

    private static @Nullable RequestBudget budget() {
        return Requests.budget().orElse(null);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return new ClientQuery<>(this, client -> CountedRows.of(client.query(sql), budget()));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return new ClientPreparedQuery<>(this, client -> CountedRows.of(client.preparedQuery(sql), budget()));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return new ClientPreparedQuery<>(this, client -> CountedRows.of(client.preparedQuery(sql, options), budget()));
    }

    @Override
    public Future<SqlConnection> getConnection() {
        RequestBudget reads = Client.budgetOfReads();
        return Client.reader()
                .map(client -> client.connection(pool, vertx, reads))
                .orElseGet(() -> reads == null
                        ? pool.getConnection()
                        : pool.getConnection()
                                .map(connection -> new ClientConnection(connection, reads, connection::close)));
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    @Override
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        pool.connectHandler(handler);
        return this;
    }

    @Override
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        pool.connectionProvider(provider);
        return this;
    }

    @Override
    public int size() {
        return pool.size();
    }

    @Override
    public Future<Void> close() {
        return pool.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        pool.close().onComplete(handler);
    }

    /** @param on the statement as it is asked on a connection, or on any of the pool */
    private record ClientQuery<T>(ClientPool pool, Function<SqlClient, Query<T>> on) implements Query<T> {
        @Override
        public Future<T> execute() {
            return pool.run(client -> on.apply(client).execute());
        }

        @Override
        public void execute(Handler<AsyncResult<T>> handler) {
            execute().onComplete(handler);
        }

        @Override
        public <R> Query<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
            return new ClientQuery<>(pool, on.andThen(query -> query.collecting(collector)));
        }

        @Override
        public <U> Query<RowSet<U>> mapping(Function<Row, U> mapper) {
            return new ClientQuery<>(pool, on.andThen(query -> query.mapping(mapper)));
        }
    }

    /** @param on as in {@link ClientQuery} */
    private record ClientPreparedQuery<T>(ClientPool pool, Function<SqlClient, PreparedQuery<T>> on)
            implements PreparedQuery<T> {
        @Override
        public Future<T> execute() {
            return pool.run(client -> on.apply(client).execute());
        }

        @Override
        public void execute(Handler<AsyncResult<T>> handler) {
            execute().onComplete(handler);
        }

        @Override
        public Future<T> execute(Tuple tuple) {
            return pool.run(client -> on.apply(client).execute(tuple));
        }

        @Override
        public void execute(Tuple tuple, Handler<AsyncResult<T>> handler) {
            execute(tuple).onComplete(handler);
        }

        @Override
        public Future<T> executeBatch(List<Tuple> batch) {
            return pool.run(client -> on.apply(client).executeBatch(batch));
        }

        @Override
        public void executeBatch(List<Tuple> batch, Handler<AsyncResult<T>> handler) {
            executeBatch(batch).onComplete(handler);
        }

        @Override
        public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
            return new ClientPreparedQuery<>(pool, on.andThen(query -> query.collecting(collector)));
        }

        @Override
        public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
            return new ClientPreparedQuery<>(pool, on.andThen(query -> query.mapping(mapper)));
        }
    }
}
