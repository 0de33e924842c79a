package io.lancang.gateway.config.traffic;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * When one of several servers of a subgraph is left out for a while: it gave no connection, no answer in time, no GraphQL response, or a
 * status of {@code retry.statuses}, or another server that was asked later answered first.
 */
public interface EjectionConfig {
    /** Whether servers are left out. */
    @WithDefault("true")
    boolean enabled();

    /** After how many failures in succession. */
    @WithDefault("3")
    int failures();

    /**
     * For how long. Then one query tries whether the server answers, and where it does not, the server is left out for twice as long as
     * before.
     */
    @WithDefault("1s")
    Duration pause();

    /** For how long at most. */
    @WithDefault("30s")
    Duration maxPause();
}
