package io.lancang.kit.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the pool that requests are answered from: bounded in all that could let a request wait for ever. */
@Singleton
class RequestPools implements PgPoolCreator {
    private final RequestsConfig config;

    RequestPools(RequestsConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        PoolOptions options = input.poolOptions()
                .setConnectionTimeout(
                        Math.toIntExact(config.connectionPatience().toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxWaitQueueSize(config.mostWaiting());
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            server.setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()));
        }
        return new RequestPool(PgBuilder.pool()
                .with(options)
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build());
    }
}
