package io.lancang.gateway.config.cache;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What is kept of this subgraph's answers, where {@code lancang.gateway.cache.enabled} is set. */
public interface SubgraphCacheConfig {
    /** Whether anything of this subgraph is kept. */
    @WithDefault("true")
    boolean enabled();

    /** How long an answer is fresh of which the subgraph says nothing. Such an answer is not kept if this is not set. */
    Optional<Duration> defaultMaxAge();

    /** How long an answer is fresh at most, whatever the subgraph says. */
    Optional<Duration> maxAge();

    /**
     * How long after that an answer is still given at once, while a new one is fetched, instead of what the subgraph says;
     * {@code 0} for never.
     */
    Optional<Duration> staleWhileRevalidate();

    /**
     * How long after that an answer is still given if the subgraph cannot be asked, instead of what the subgraph says;
     * {@code 0} for never.
     */
    Optional<Duration> staleIfError();

    /** Other settings for entities of single types, by the type's name; root fields are of the type {@code Query}. */
    Map<String, TypeCacheConfig> types();

    /** By which events of the subgraph the gateway hears that answers have changed. */
    CacheEventsConfig events();
}
