package io.lancang.gateway.config.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * Answers of subgraphs that are kept, to be given again for as long as the subgraph allows. How it behaves is in
 * docs/caching.md.
 */
public interface CacheConfig {
    /**
     * Whether answers of subgraphs are kept. A subgraph's {@code Cache-Control} decides for how long; what says nothing is not
     * kept, unless a default is set for the subgraph.
     */
    @WithDefault("false")
    boolean enabled();

    /** Where answers are kept: {@code memory} of each gateway, or a {@code redis} (or Valkey) that all gateways share. */
    @WithDefault("memory")
    CacheStoreKind store();

    /** The Redis or Valkey, if there is one. */
    RedisConfig redis();

    /** How much memory the answers may take that are kept in memory; those that are asked for least are forgotten first. */
    @WithDefault("32M")
    MemorySize size();

    /** How large an entity or a root field may be to be kept. */
    @WithDefault("2M")
    MemorySize maxPartSize();

    /** How many tags an answer may have. One with more is not kept, because nobody could invalidate it exactly. */
    @WithDefault("200")
    int maxTags();

    /**
     * How many tags are remembered that were invalidated, so that answers on their way are not kept in spite of it. With more,
     * everything that is kept is dropped once.
     */
    @WithDefault("100000")
    int maxInvalidatedTags();

    /** Whether answers say for how long clients may keep them: {@code Cache-Control}, {@code Age}, {@code Vary}, {@code ETag}. */
    @WithDefault("true")
    boolean clientHeaders();

    /**
     * The bearer token for {@code POST /cache/invalidate} on the port for health and metrics. Without one there is no such
     * endpoint.
     */
    Optional<String> invalidationToken();
}
