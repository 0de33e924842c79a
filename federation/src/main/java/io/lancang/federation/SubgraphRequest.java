package io.lancang.federation;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One GraphQL request to a subgraph.
 *
 * @param <C> the context of a client request
 * @param subgraph the subgraph's name in the supergraph
 * @param body the JSON body of a GraphQL-over-HTTP POST in UTF-8
 * @param context what the caller of the engine passed for this client request, headers to forward for instance
 * @param parts takes the request apart; null if it is no part of a client's query: then it may change something, or follow on a
 *     change, and must be sent
 * @param changes whether it is a part of a client's mutation, and may have changed what other requests ask for when it is answered
 * @param step of the plan that it belongs to; null if it is no part of a plan, or begins a subscription
 * @param entities how many objects it asks for by their keys; 0 if it asks for root fields
 */
public record SubgraphRequest<C>(
        String subgraph,
        byte[] body,
        C context,
        @Nullable Supplier<QueryParts> parts,
        boolean changes,
        @Nullable PlanStep step,
        int entities) {
    /** A request that must be sent. */
    public SubgraphRequest(String subgraph, byte[] body, C context) {
        this(subgraph, body, context, null, false);
    }

    /** A request that is no part of a plan. */
    public SubgraphRequest(
            String subgraph, byte[] body, C context, @Nullable Supplier<QueryParts> parts, boolean changes) {
        this(subgraph, body, context, parts, changes, null, 0);
    }
}
