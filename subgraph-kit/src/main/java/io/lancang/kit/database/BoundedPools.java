package io.lancang.kit.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the pool of the reactive client so that a statement waits for a connection for a bounded time, and in a bounded
 * queue. The client's own bound is 30 seconds, when whoever asked has long gone. Several servers take turns.
 * Statements of a request end when its client leaves, see {@link ClientPool}.
 */
@Singleton
public class BoundedPools implements PgPoolCreator {
    private final PoolConfig config;
    private final MeterRegistry metrics;

    BoundedPools(PoolConfig config, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    @Override
    public Pool create(Input input) {
        AtomicInteger connections = new AtomicInteger();
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        // The client parses a statement of more than 2,048 characters anew with each request, unless it is set not to.
        servers.forEach(server -> server.setPreparedStatementCacheSqlFilter(statement -> true));
        Pool pool = PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(Math.toIntExact(config.patience().toMillis()))
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setMaxWaitQueueSize(config.waiting()))
                .connectingTo(() -> Future.succeededFuture(
                        servers.get(Math.floorMod(connections.getAndIncrement(), servers.size()))))
                .using(input.vertx())
                .build();
        return new ClientPool(pool, input.vertx(), new HeavyStatements(config.heavyAtOnce(), metrics));
    }
}
