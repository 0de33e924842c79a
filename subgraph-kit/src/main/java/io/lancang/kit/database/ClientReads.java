package io.lancang.kit.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Reads that take a connection of their own, and end when the client leaves for whose request they run. */
public final class ClientReads {
    private ClientReads() {}

    /**
     * Makes all that is asked on connections which are taken on a context end with the client of a request, and count for that.
     * To be called on the request's context.
     *
     * @param own a context where nothing is written
     * @param asking the request's
     */
    public static void on(Context own, Context asking, Attempt attempt) {
        Client.attachReads(own, asking, attempt);
    }

    /** Reads, and once more from another server if the first fails by its own fault: whatever is read begins anew. */
    public static <T> Uni<T> attempted(Function<Attempt, Uni<T>> reading) {
        return Uni.createFrom().deferred(() -> {
            Attempt first = new Attempt(null);
            return reading.apply(first).onFailure().recoverWithUni(failure -> {
                Attempt second = first.after(failure);
                return second == null ? Uni.createFrom().failure(failure) : reading.apply(second);
            });
        });
    }

    /**
     * Reads in a transaction on a connection of its own, for whoever asks: it does not end because somebody left.
     *
     * @param read asks on the connection, and writes nothing. It begins anew where a server fails by its own fault
     */
    public static <T> Uni<T> transaction(Pool pool, Function<SqlConnection, Uni<T>> read) {
        ClientPool asked = ClientPool.of(pool);
        return asked == null
                ? pool.withTransaction(read)
                : UniHelper.toUni(asked.transaction(null, connection -> future(connection, read), () -> true));
    }

    /**
     * Reads in a transaction on a connection of its own. To be called on the context of a request; what nobody waits for any
     * more fails, and its connection is given to nobody whom the cancellation could still meet.
     *
     * @param read asks on the connection, and writes nothing: a transaction that writes must not end because somebody left. It begins
     *     anew where a server fails by its own fault
     * @param mayBeginAnew whether it still may
     */
    public static <T> Uni<T> inTransaction(
            Pool pool, Function<SqlConnection, Uni<T>> read, BooleanSupplier mayBeginAnew) {
        Vertx vertx = contextOfTheRequest().owner();
        Client client = Client.current().orElseThrow(() -> new IllegalStateException("no request is being answered"));
        ClientPool asked = ClientPool.of(pool);
        return UniHelper.toUni(
                asked == null
                        ? client.run(
                                pool.getDelegate(),
                                vertx,
                                connection -> transaction(connection, own -> future(own, read)))
                        : asked.transaction(client, connection -> future(connection, read), mayBeginAnew));
    }

    private static <T> Future<T> future(
            io.vertx.sqlclient.SqlConnection connection, Function<SqlConnection, Uni<T>> read) {
        return UniHelper.toFuture(read.apply(SqlConnection.newInstance(connection)));
    }

    private static Context contextOfTheRequest() {
        return Objects.requireNonNull(Vertx.currentContext(), "requests are answered on contexts");
    }

    static <T> Future<T> transaction(
            io.vertx.sqlclient.SqlConnection connection, Function<io.vertx.sqlclient.SqlConnection, Future<T>> read) {
        return connection
                .begin()
                .compose(transaction -> read.apply(connection)
                        .compose(
                                result -> transaction.commit().map(result),
                                // A statement that failed has rolled back already: that this one finds nothing to do
                                // says nothing.
                                failure -> transaction.rollback().transform(done -> Future.failedFuture(failure))));
    }
}
