package io.lancang.gateway.config.cache;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The Redis or Valkey in which answers are kept, where {@code lancang.gateway.cache.store} is {@code redis}. */
public interface RedisConfig {
    /** Where it is: {@code redis://[:PASSWORD@]HOST[:PORT][/DATABASE]}, or {@code rediss://} for TLS. */
    Optional<String> url();

    /** What all its keys begin with. Gateways with the same share what they keep. */
    @WithDefault("lancang")
    String prefix();

    /** How long a look-up may take; what is not there by then counts as not kept. */
    @WithDefault("50ms")
    Duration timeout();

    /** After how long it is asked again once it has failed. Until then nothing is looked up. */
    @WithDefault("1s")
    Duration retry();

    /** How many connections are open to it at most. */
    @WithDefault("16")
    int connections();
}
