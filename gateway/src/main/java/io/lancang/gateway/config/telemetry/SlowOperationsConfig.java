package io.lancang.gateway.config.telemetry;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What is logged of queries and mutations whose whole answers take long. */
public interface SlowOperationsConfig {
    /**
     * From which time on an operation is logged at level WARN, in the category {@code io.lancang.gateway.slow}: name, time, client,
     * trace and plan. A plan has the values that stand in the document itself, but none of variables. Nothing is logged if it is not set.
     */
    Optional<Duration> threshold();

    /** How many are logged in a minute; the others are counted in the next message. */
    @WithDefault("60")
    int maxPerMinute();
}
