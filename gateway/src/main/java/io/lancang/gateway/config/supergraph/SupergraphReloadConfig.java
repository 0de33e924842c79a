package io.lancang.gateway.config.supergraph;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How another supergraph takes over while the gateway runs. One that does not load is refused, and the one before it stays. */
public interface SupergraphReloadConfig {
    /** Whether the gateway looks for another supergraph after its start. */
    @WithDefault("true")
    boolean enabled();

    /**
     * How often it looks whether the file is another one, or asks the URL with {@code If-None-Match}. A file is found as well where
     * a link to it or to its folder changes, as in a volume of a ConfigMap.
     */
    @WithDefault("5s")
    Duration interval();

    /** How long a URL may take to answer. */
    @WithDefault("10s")
    Duration timeout();

    /** Headers for the URL, {@code Authorization} for instance. */
    Map<String, String> headers();

    /** How many of the most frequent operations are planned before another supergraph takes over. */
    @WithDefault("50")
    int warmOperations();
}
