package io.lancang.gateway.config.traffic;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * When a subgraph is not asked for a while, because most of its latest requests failed: no connection, no answer in time, no
 * GraphQL response, or a status of {@code retry.statuses}.
 */
public interface BreakerConfig {
    /** Whether there is a circuit breaker. */
    @WithDefault("true")
    boolean enabled();

    /** Which share of the latest requests has to fail. */
    @WithDefault("0.8")
    double failureShare();

    /** How many of the latest requests count. */
    @WithDefault("50")
    int window();

    /** Below how many requests nothing is decided. */
    @WithDefault("20")
    int minRequests();

    /** How long the subgraph is not asked, before a few requests probe whether it answers again. */
    @WithDefault("1s")
    Duration openFor();

    /** How many requests probe. */
    @WithDefault("5")
    int probes();
}
