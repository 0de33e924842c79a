package io.lancang.federation.execute.run;

import io.lancang.federation.PlanStep;
import io.lancang.federation.QueryParts;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.GraphQLError;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to subgraphs, on behalf of one client.
 *
 * @param context of the client's request, handed on with each of those that it takes
 */
public record Caller<C>(SubgraphClient<C> subgraphs, C context) {

    /** Sends one request, as {@link SubgraphRequest} describes it. */
    CompletionStage<SubgraphResponse> send(
            String subgraph,
            byte[] body,
            @Nullable Supplier<QueryParts> parts,
            boolean changes,
            PlanStep step,
            int entities) {
        return subgraphs.send(new SubgraphRequest<>(subgraph, body, context, parts, changes, step, entities));
    }

    /** What the client may see of an error that a subgraph reports. */
    GraphQLError shown(String subgraph, GraphQLError reported) {
        return subgraphs.shown(subgraph, reported);
    }

    /** The events of a subscription. */
    public Flow.Publisher<SubgraphResponse> subscribe(String subgraph, byte[] body) {
        return subgraphs.subscribe(new SubgraphRequest<>(subgraph, body, context));
    }
}
