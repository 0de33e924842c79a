package io.lancang.gateway.config.telemetry;

import io.smallrye.config.WithDefault;

/** Metrics of operations by their names, and of clients by theirs. Which clients are told apart is said by {@code lancang.gateway.usage}. */
public interface OperationMetricsConfig {
    /** Whether operations are counted by their names and by the names of clients. */
    @WithDefault("true")
    boolean enabled();

    /**
     * How many names of operations are told apart: those of the first operations that are valid and run. All others count as {@code
     * other}, since clients choose them; operations without a name count as {@code unnamed}.
     */
    @WithDefault("100")
    int maxOperations();
}
