package io.lancang.gateway.config.cache;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What is kept of one type of a subgraph. */
public interface TypeCacheConfig {
    /** Whether anything of this type is kept. */
    @WithDefault("true")
    boolean enabled();

    /** How long an answer is fresh of which the subgraph says nothing, instead of the subgraph's setting. */
    Optional<Duration> defaultMaxAge();

    /** How long an answer is fresh at most, instead of the subgraph's setting. */
    Optional<Duration> maxAge();
}
