package io.lancang.gateway.redis;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.util.Optional;

/** Opens connections as the configuration says. */
public final class RedisConnections {
    private static final int MAXIMUM_WAITING = 4096;

    private RedisConnections() {}

    /**
     * A client that connects when it is first asked.
     *
     * @param block of the configuration that has {@code store} and {@code redis.url}, for messages
     * @param connections at most
     * @throws ConfigurationException if there is no URL, or none of a Redis
     */
    public static Redis of(Vertx vertx, String block, Optional<String> url, int connections) {
        String address = url.orElseThrow(() -> new ConfigurationException(block + ".store is redis, but " + block
                + ".redis.url does not say where it is. Set it, such as redis://localhost:6379."));
        RedisOptions options = new RedisOptions()
                .setMaxPoolSize(connections)
                // Whoever waits for a connection gives up after the time for a look-up.
                .setMaxPoolWaiting(MAXIMUM_WAITING);
        try {
            return Redis.createClient(vertx, options.setConnectionString(address));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(block + ".redis.url is no URL of a Redis: " + e.getMessage());
        }
    }
}
