package io.lancang.kit.database;

import io.lancang.kit.bounds.RequestBudget;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.replica.Passing;
import io.lancang.kit.replica.Servers;
import io.quarkus.arc.ClientProxy;
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
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A pool whose statements end when the client leaves for whose request they run. What is asked on a connection that was
 * taken from the pool runs to its end: a transaction writes all or nothing whoever waits for it. For what only reads there is
 * {@link ClientReads}.
 *
 * <p>The rows count for the request that reads them, which goes on off the event loops. What is asked of the pool itself reads: it is
 * a {@link Question} for whichever server may answer it, as are connections that are taken for reads; others are the primary's.
 */
@SuppressWarnings("deprecation") // Quarkus takes a pool of this type only.
final class ClientPool implements PgPool {
    private final Servers servers;
    private final Pool pool;
    private final Vertx vertx;
    private final HeavyStatements heavy;

    /** @param servers among which questions are divided; everything else goes to the primary */
    ClientPool(Servers servers, Vertx vertx, HeavyStatements heavy) {
        this.servers = servers;
        this.pool = servers.primary().pool();
        this.vertx = vertx;
        this.heavy = heavy;
    }

    /** The pool that is behind what is injected; null if that is another, as in tests of what only asks. */
    static @Nullable ClientPool of(io.vertx.mutiny.sqlclient.Pool injected) {
        return ClientProxy.unwrap(injected.getDelegate()) instanceof ClientPool pool ? pool : null;
    }

    /** The same of the primary alone. */
    ClientPool ofPrimary() {
        return new ClientPool(Servers.only(servers.primary()), vertx, heavy);
    }

    private <T> Future<T> run(Function<SqlClient, Future<T>> statement) {
        return Requests.heardOffLoop(heavy.inTurn(() -> {
            Optional<Client> client = Client.current();
            return new Question(servers)
                    .ask(server -> client.map(reader -> reader.run(server, vertx, statement))
                            .orElseGet(() -> statement.apply(server)));
        }));
    }

    /**
     * Reads in a transaction, in another one on another server if the first fails by its own fault.
     *
     * @param client for whom it is read; null for nobody, whoever asks
     * @param mayAskAgain whether what was read may be read once more
     */
    <T> Future<T> transaction(
            @Nullable Client client, Function<SqlConnection, Future<T>> read, BooleanSupplier mayAskAgain) {
        return new Question(servers)
                .ask(
                        server -> client == null
                                ? server.withTransaction(read)
                                : client.run(server, vertx, connection -> ClientReads.transaction(connection, read)),
                        mayAskAgain);
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
        Attempt attempt = Client.attempt();
        return attempt == null ? connectionToWrite() : connectionToRead(attempt);
    }

    /** Whoever has written gives the connection back before it tells that it has. */
    private Future<SqlConnection> connectionToWrite() {
        return servers.areSeveral()
                ? pool.getConnection()
                        // One that was made to a standby is ended: the next is made where the name leads by now.
                        .recover(failure -> Passing.isOf(failure) ? pool.getConnection() : Future.failedFuture(failure))
                        .map(connection -> new ClientConnection(connection, null, () -> {
                            servers.changed();
                            return connection.close();
                        }))
                : pool.getConnection();
    }

    private Future<SqlConnection> connectionToRead(Attempt attempt) {
        RequestBudget reads = Client.budgetOfReads();
        Optional<Client> reader = Client.reader();
        return new Question(servers)
                .connect(
                        attempt,
                        server -> reader.map(client -> client.connection(server, vertx, reads))
                                .orElseGet(() -> reads == null
                                        ? server.getConnection()
                                        : server.getConnection()
                                                .map(connection ->
                                                        new ClientConnection(connection, reads, connection::close))));
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
        return servers.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
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
