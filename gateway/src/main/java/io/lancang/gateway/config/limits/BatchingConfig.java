package io.lancang.gateway.config.limits;

import io.smallrye.config.WithDefault;

/** Several operations in one POST, as a JSON array. */
public interface BatchingConfig {
    /** Whether clients may send several at once. They run side by side, each with a place among the requests in work. */
    @WithDefault("false")
    boolean enabled();

    /**
     * How many there may be in one request. Their answers together may be as large as one answer ({@code
     * lancang.gateway.answers.max-size}); those for which there is no room are errors.
     */
    @WithDefault("10")
    int maxOperations();
}
