package io.lancang.kit.database;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * A statement of a {@link RequestPool}.
 *
 * @param onConnection the statement on a connection of its own
 * @param onPool the statement outside of a request
 */
record RequestQuery<T>(
        RequestPool pool, Function<SqlConnection, PreparedQuery<T>> onConnection, PreparedQuery<T> onPool)
        implements PreparedQuery<T> {
    @Override
    public Future<T> execute(Tuple parameters) {
        return pool.run(onConnection, onPool, parameters);
    }

    @Override
    public Future<T> execute() {
        return execute(Tuple.tuple());
    }

    @Override
    public void execute(Tuple parameters, Handler<AsyncResult<T>> handler) {
        execute(parameters).onComplete(handler);
    }

    @Override
    public void execute(Handler<AsyncResult<T>> handler) {
        execute().onComplete(handler);
    }

    @Override
    public Future<T> executeBatch(List<Tuple> batch) {
        return onPool.executeBatch(batch);
    }

    @Override
    public void executeBatch(List<Tuple> batch, Handler<AsyncResult<T>> handler) {
        executeBatch(batch).onComplete(handler);
    }

    @Override
    public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
        return new RequestQuery<>(
                pool, connection -> onConnection.apply(connection).collecting(collector), onPool.collecting(collector));
    }

    @Override
    public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
        return new RequestQuery<>(
                pool, connection -> onConnection.apply(connection).mapping(mapper), onPool.mapping(mapper));
    }
}
