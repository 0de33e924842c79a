package io.lancang.kit.database;

import io.lancang.kit.replica.Pools;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClientBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Makes the pools of a data source: that of its primary, at whichever of the configured addresses that is, and those of others like it. */
final class ServerPools implements Pools {
    private final PgPoolCreator.Input input;
    private final PoolConfig config;
    private final List<PgConnectOptions> servers;
    private final Pool primary;

    /** @param areFollowed whether there are standbys, to which an address of the primary may lead for a moment after a failover */
    ServerPools(PgPoolCreator.Input input, PoolConfig config, boolean areFollowed) {
        this.input = input;
        this.config = config;
        this.servers = input.pgConnectOptionsList();
        // The client parses a statement of more than 2,048 characters anew with each request, unless it is set not to.
        servers.forEach(server -> server.setPreparedStatementCacheSqlFilter(statement -> true));
        ClientBuilder<Pool> builder = builder(ofPrimary(), input.poolOptions());
        this.primary = (areFollowed || servers.size() > 1 ? builder.withConnectHandler(this::keepIfOfPrimary) : builder)
                .build();
    }

    /** What was connected to a standby would fail for ever: it could neither write nor listen. */
    private void keepIfOfPrimary(SqlConnection connection) {
        connection.query("select pg_is_in_recovery()").execute().onComplete(asked -> {
            if (asked.succeeded() && asked.result().iterator().next().getBoolean(0)) {
                Discarded.of(connection, input.vertx());
            } else {
                connection.close();
            }
        });
    }

    private Supplier<Future<SqlConnectOptions>> ofPrimary() {
        return new PrimaryAddress(input.vertx(), servers);
    }

    private Supplier<Future<SqlConnectOptions>> to(InetSocketAddress standby) {
        SqlConnectOptions there = new StandbyOptions(servers.getFirst(), standby);
        return () -> Future.succeededFuture(there);
    }

    private Pool pool(Supplier<Future<SqlConnectOptions>> servers, PoolOptions options) {
        return builder(servers, options).build();
    }

    private ClientBuilder<Pool> builder(Supplier<Future<SqlConnectOptions>> servers, PoolOptions options) {
        return PgBuilder.pool()
                .with(options.setConnectionTimeout(
                                Math.toIntExact(config.patience().toMillis()))
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setMaxWaitQueueSize(config.waiting()))
                .connectingTo(servers)
                .using(input.vertx());
    }

    private PoolOptions forLooks() {
        return new PoolOptions(input.poolOptions()).setMaxSize(1).setName("looks");
    }

    @Override
    public int port() {
        return servers.getFirst().getPort();
    }

    @Override
    public Pool primary() {
        return primary;
    }

    @Override
    public Pool looksAtPrimary() {
        return builder(ofPrimary(), forLooks())
                .withConnectHandler(this::keepIfOfPrimary)
                .build();
    }

    @Override
    public Pool questions(InetSocketAddress standby) {
        return pool(to(standby), new PoolOptions(input.poolOptions()).setName("standbys"));
    }

    @Override
    public Pool looks(InetSocketAddress standby) {
        return pool(to(standby), forLooks());
    }
}
