package io.lancang.gateway.api;

import io.smallrye.mutiny.Uni;

/**
 * A bean that sees the headers of requests to a subgraph, and may change them. What is kept of answers and shared between clients is
 * told apart by all of them, those that an extension sets included.
 */
@FunctionalInterface
public interface ToSubgraphExtension {
    /**
     * Called once for each operation and subgraph, before the first request of the operation to it: further requests, attempts and the
     * stream of a subscription have the same headers.
     *
     * @param headers after all rules of the configuration
     * @return completes when they are as they should be; a failure is one of the subgraph: its fields become errors, and a {@link
     *     RefusedByExtensionException} gives those its message
     */
    Uni<Void> toSubgraph(String subgraph, OutgoingHeaderValues headers, RequestContext context);
}
