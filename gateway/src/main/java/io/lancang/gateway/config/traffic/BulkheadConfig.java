package io.lancang.gateway.config.traffic;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How many requests one subgraph gets at the same time. */
public interface BulkheadConfig {
    /**
     * How many requests may be under way, those of all event loops together. Without it the connections alone bound them
     * ({@code lancang.gateway.traffic.connections}).
     */
    OptionalInt maxConcurrent();

    /** How many further requests may wait for their turn; more fail at once. */
    @WithDefault("100")
    int maxWaiting();

    /** How long a request waits for its turn before it fails. */
    @WithDefault("1s")
    Duration patience();
}
