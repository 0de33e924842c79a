package io.lancang.gateway.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How operations that the gateway has not seen before are made ready to run, and remembered. */
public interface PreparationConfig {
    /**
     * How long a worker may take to parse, check and plan one operation. One that takes longer is refused with
     * {@code LIMIT_EXCEEDED}, and tried anew when it is asked for again.
     */
    @WithDefault("5s")
    Duration maxDuration();

    /**
     * How much memory documents, operations, plans and answers about the schema may take together, so that they need not be
     * made anew. It is estimated; those that are asked for least are forgotten first.
     */
    @WithDefault("24M")
    MemorySize cacheSize();
}
