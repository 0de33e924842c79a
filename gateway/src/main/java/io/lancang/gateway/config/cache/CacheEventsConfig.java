package io.lancang.gateway.config.cache;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A subscription that the gateway itself keeps open to a subgraph. While there is none, what is kept of the subgraph is not
 * given, since nobody knows whether it still holds.
 */
public interface CacheEventsConfig {
    /** The subscription, a GraphQL document. None is kept open if this is not set. */
    Optional<String> subscription();

    /** Tags of the answers that each event makes invalid; all answers of the subgraph if this is not set. */
    Optional<Set<String>> tags();

    /** Headers with which the gateway subscribes. */
    Map<String, String> headers();

    /** After how long a subscription that broke is opened again; each further attempt waits twice as long, up to eight times. */
    @WithDefault("1s")
    Duration retry();

    /**
     * How long after the subgraph took the subscription answers are kept. It bounds the time between the subgraph's word that it
     * has, and its first event.
     */
    @WithDefault("500ms")
    Duration settle();

    /**
     * How long after an event the same answers are dropped once more, because other replicas of the subgraph may have answered as
     * before until then; {@code 0} for not at all.
     */
    @WithDefault("500ms")
    Duration again();
}
