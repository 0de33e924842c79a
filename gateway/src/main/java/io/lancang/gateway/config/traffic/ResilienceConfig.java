package io.lancang.gateway.config.traffic;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What the gateway does about a subgraph that is slow, fails, or is away for a moment. */
public interface ResilienceConfig {
    /** How long it may take to connect, instead of {@code lancang.gateway.traffic.connect-timeout}. */
    Optional<Duration> connectTimeout();

    /**
     * How long a subgraph may take until its answer begins. A query that waits longer is sent again, as after a broken connection.
     * Without it the time for the whole answer alone counts.
     */
    Optional<Duration> firstByteTimeout();

    /**
     * Whether each request has the header {@code lancang-deadline-ms}: how many milliseconds the gateway waits for its answer from
     * now on. A subgraph that reads it need not work on what nobody waits for.
     */
    @WithDefault("true")
    boolean sendDeadline();

    /** When a query is sent again. A mutation never is. */
    RetryConfig retry();

    /** When a subgraph is not asked for a while. */
    BreakerConfig breaker();

    /** When a query is sent a second time because its answer takes longer than usual. The first answer counts. */
    HedgeConfig hedge();

    /** How many requests a subgraph gets at the same time. */
    BulkheadConfig bulkhead();

    /** When one of a subgraph's servers is not asked for a while, where {@code servers} has several. */
    EjectionConfig ejection();
}
