package io.lancang.gateway.config.traffic;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a query is sent a second time while its answer is waited for. */
public interface HedgeConfig {
    /** Whether queries are hedged. */
    @WithDefault("true")
    boolean enabled();

    /**
     * After which share of the subgraph's latest answers would have come. Where this is more than five times as long as the
     * median, five times the median count.
     */
    @WithDefault("0.95")
    double quantile();

    /** How long to wait at least. */
    @WithDefault("20ms")
    Duration minDelay();

    /**
     * How many queries are sent a second time at most, as a share of all. While fewer than one in four of the second answers come
     * first, as where everything is busy, a tenth of that, but for queries that are several times as late: ten of the second requests are
     * kept for those.
     */
    @WithDefault("0.05")
    double budget();
}
