package io.lancang.gateway.config.telemetry;

import io.smallrye.config.WithDefault;

/** A line in the log for each request of a client, at level INFO, in the category {@code io.lancang.gateway.access}. */
public interface AccessLogConfig {
    /** Whether it is written. */
    @WithDefault("false")
    boolean enabled();

    /** Which share of the requests has a line, from 0 to 1. Those that are refused, or fail, or have errors, always have one. */
    @WithDefault("1.0")
    double sample();
}
