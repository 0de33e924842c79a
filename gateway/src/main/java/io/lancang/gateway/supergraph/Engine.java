package io.lancang.gateway.supergraph;

import io.lancang.federation.execute.GraphQLRequest;
import io.lancang.federation.execute.GraphQLResponse;
import java.util.concurrent.CompletionStage;

/** Answers operations on one supergraph. */
public interface Engine {
    CompletionStage<GraphQLResponse> execute(GraphQLRequest request, Object context);

    String explain(GraphQLRequest request);
}
