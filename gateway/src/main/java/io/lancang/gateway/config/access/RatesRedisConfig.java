package io.lancang.gateway.config.access;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The Redis or Valkey in which requests and costs are counted, where {@code lancang.gateway.rates.store} is {@code redis}. */
public interface RatesRedisConfig {
    /** Where it is: {@code redis://[:PASSWORD@]HOST[:PORT][/DATABASE]}, or {@code rediss://} for TLS. */
    Optional<String> url();

    /** What all its keys begin with. Gateways with the same count together. */
    @WithDefault("lancang")
    String prefix();

    /** How long it may take to answer; a request that has no answer by then is counted by this gateway alone. */
    @WithDefault("50ms")
    Duration timeout();

    /** After how long it is asked again once it has failed. Until then this gateway counts by itself. */
    @WithDefault("1s")
    Duration retry();

    /** How many connections are open to it at most. */
    @WithDefault("8")
    int connections();
}
