package io.lancang.gateway.config.traffic;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** When a query is sent again to a subgraph. */
public interface RetryConfig {
    /** Whether queries are sent again at all. */
    @WithDefault("true")
    boolean enabled();

    /** How often a query is sent at most, the first time included. */
    @WithDefault("10")
    int maxAttempts();

    /** How long to wait before the second attempt. Each further wait is twice as long; a random half of each is left out. */
    @WithDefault("50ms")
    Duration firstDelay();

    /** How long to wait between two attempts at most, unless the subgraph asks for more by {@code Retry-After}. */
    @WithDefault("1s")
    Duration maxDelay();

    /** The HTTP statuses after which a query is sent again. They count as failures for the circuit breaker, too. */
    @WithDefault("502,503,504")
    Set<Integer> statuses();

    /**
     * How many attempts may follow on first ones, as a share of those: with {@code 1.5} a subgraph gets two and a half times its
     * usual requests at most. A reserve of 500 is there from the beginning.
     */
    @WithDefault("1.5")
    double budget();

    /**
     * How long queries wait for a subgraph that answers nothing at all. When it has been away for longer, requests fail at once,
     * until one succeeds.
     */
    @WithDefault("5s")
    Duration bridge();
}
