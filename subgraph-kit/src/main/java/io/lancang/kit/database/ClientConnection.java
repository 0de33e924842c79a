package io.lancang.kit.database;

import io.lancang.kit.bounds.RequestBudget;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection that somebody waits for until it is closed.
 *
 * @param connection that of the pool
 * @param budget what the rows of its statements count for; null if for nothing
 * @param giveBack gives it back; who closes it need not know that nobody waits any more
 */
record ClientConnection(SqlConnection connection, @Nullable RequestBudget budget, Supplier<Future<Void>> giveBack)
        implements SqlConnection {
    @Override
    public Future<Void> close() {
        return giveBack.get().otherwiseEmpty();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return CountedRows.of(connection.query(sql), budget);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return CountedRows.of(connection.preparedQuery(sql), budget);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return CountedRows.of(connection.preparedQuery(sql, options), budget);
    }

    @Override
    public SqlConnection prepare(String sql, Handler<AsyncResult<PreparedStatement>> handler) {
        prepare(sql).onComplete(handler);
        return this;
    }

    @Override
    public Future<PreparedStatement> prepare(String sql) {
        return connection.prepare(sql);
    }

    @Override
    public SqlConnection prepare(String sql, PrepareOptions options, Handler<AsyncResult<PreparedStatement>> handler) {
        prepare(sql, options).onComplete(handler);
        return this;
    }

    @Override
    public Future<PreparedStatement> prepare(String sql, PrepareOptions options) {
        return connection.prepare(sql, options);
    }

    @Override
    public SqlConnection exceptionHandler(Handler<Throwable> handler) {
        connection.exceptionHandler(handler);
        return this;
    }

    @Override
    public SqlConnection closeHandler(Handler<Void> handler) {
        connection.closeHandler(handler);
        return this;
    }

    @Override
    public void begin(Handler<AsyncResult<Transaction>> handler) {
        begin().onComplete(handler);
    }

    @Override
    public Future<Transaction> begin() {
        return connection.begin();
    }

    @Override
    public Transaction transaction() {
        return connection.transaction();
    }

    @Override
    public boolean isSSL() {
        return connection.isSSL();
    }

    @Override
    public DatabaseMetadata databaseMetadata() {
        return connection.databaseMetadata();
    }
}
