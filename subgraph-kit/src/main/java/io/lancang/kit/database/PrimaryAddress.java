package io.lancang.kit.database;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Where the primary is, asked before each connection. Of one address it is there. Of several all are asked at the same time whether they are, and the first
 * that says so is taken: after a failover it is another than before, and of those that are down some refuse at once and some never answer. The client
 * itself would take turns, and every other connection would fail.
 *
 * <p>Connections are few and last for minutes, so that a further one for the question does not matter. Safe for any thread.
 */
final class PrimaryAddress implements Supplier<Future<SqlConnectOptions>> {
    private final Vertx vertx;
    private final List<PgConnectOptions> servers;

    /** @param servers one at least */
    PrimaryAddress(Vertx vertx, List<PgConnectOptions> servers) {
        this.vertx = vertx;
        this.servers = List.copyOf(servers);
    }

    @Override
    public Future<SqlConnectOptions> get() {
        if (servers.size() == 1) {
            return Future.succeededFuture(servers.getFirst());
        }
        Promise<SqlConnectOptions> found = Promise.promise();
        AtomicInteger others = new AtomicInteger(servers.size());
        for (PgConnectOptions server : servers) {
            isPrimary(server).onComplete(asked -> {
                if (asked.succeeded() && asked.result()) {
                    found.tryComplete(server);
                } else if (others.decrementAndGet() == 0) {
                    // No connection is made to a standby, which would have to be ended.
                    found.tryFail(asked.succeeded() ? noPrimary() : asked.cause());
                }
            });
        }
        return found.future();
    }

    /** In the form of any connection that cannot be made, so that whoever asks goes to another server or tries again. */
    private static PgException noPrimary() {
        return new PgException(
                "none of the addresses is that of a primary", "ERROR", "08001", "a failover may be under way");
    }

    private Future<Boolean> isPrimary(PgConnectOptions server) {
        return PgConnection.connect(vertx, server)
                .compose(connection -> connection
                        .query("select pg_is_in_recovery()")
                        .execute()
                        .map(rows -> !rows.iterator().next().getBoolean(0))
                        .eventually(() -> connection.close()));
    }
}
