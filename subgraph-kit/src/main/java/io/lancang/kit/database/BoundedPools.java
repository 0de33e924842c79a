package io.lancang.kit.database;

import io.lancang.kit.replica.Replicas;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * Makes the pool of the reactive client so that a statement waits for a connection for a bounded time, and in a bounded
 * queue. The client's own bound is 30 seconds, when whoever asked has long gone. Of several
 * addresses connections go to that of the primary. Statements of a request end when its client leaves, see {@link ClientPool}. Where there are standbys, questions go to those.
 */
@Singleton
public class BoundedPools implements PgPoolCreator {
    private final PoolConfig config;
    private final Replicas replicas;
    private final MeterRegistry metrics;

    BoundedPools(PoolConfig config, Replicas replicas, MeterRegistry metrics) {
        this.config = config;
        this.replicas = replicas;
        this.metrics = metrics;
    }

    @Override
    public Pool create(Input input) {
        return new ClientPool(
                replicas.servers(input.vertx(), new ServerPools(input, config, replicas.areUsed())),
                input.vertx(),
                new HeavyStatements(config.heavyAtOnce(), metrics));
    }
}
