package io.lancang.gateway.api;

import io.smallrye.mutiny.Uni;

/** A bean that sees the headers of subgraphs' answers, and may send the client some. */
@FunctionalInterface
public interface FromSubgraphExtension {
    /**
     * Called for each answer that came over the network for this request, before the engine takes it in. What is answered from the
     * cache has no headers, and neither have events of subscriptions.
     *
     * @return completes when the answer may go on; a failure is one of the subgraph
     */
    Uni<Void> fromSubgraph(String subgraph, HeaderValues headers, RequestContext context);
}
