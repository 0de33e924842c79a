package io.lancang.gateway.cache.invalidation;

import io.lancang.federation.SubgraphResponse;
import java.util.concurrent.Flow;

/** Opens the subscription to a subgraph's events, on the event loop of the caller. */
@FunctionalInterface
public interface EventSource {
    /** Opens it anew. */
    void open(Opened opened);

    /**
     * Who is to hear of it.
     *
     * @param accepted called when the subgraph has taken the subscription
     */
    record Opened(Flow.Subscriber<SubgraphResponse> events, Runnable accepted) {}
}
