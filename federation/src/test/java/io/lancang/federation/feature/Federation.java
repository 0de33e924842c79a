package io.lancang.federation.feature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.engine.EngineOptions;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Subgraphs behind one engine, to be asked. */
final class Federation {
    private final Supergraph supergraph;
    private final TestSubgraph[] subgraphs;
    private final Map<String, @Nullable Object> variables;
    private final @Nullable String operation;

    private Federation(
            Supergraph supergraph,
            TestSubgraph[] subgraphs,
            Map<String, @Nullable Object> variables,
            @Nullable String operation) {
        this.supergraph = supergraph;
        this.subgraphs = subgraphs;
        this.variables = variables;
        this.operation = operation;
    }

    /** Composes the subgraphs. */
    static Federation of(TestSubgraph... subgraphs) {
        return new Federation(TestSupergraph.of(subgraphs), subgraphs, Map.of(), null);
    }

    /** Takes a supergraph that another composer wrote. */
    static Federation on(String supergraph, TestSubgraph... subgraphs) {
        return new Federation(Supergraph.parse(supergraph), subgraphs, Map.of(), null);
    }

    /** The same, asked with variables, a JSON object. */
    Federation with(String json) {
        return new Federation(supergraph, subgraphs, DataSubgraph.object(DataSubgraph.parse(json)), operation);
    }

    /** The same, asked for one of several operations. */
    Federation operation(String name) {
        return new Federation(supergraph, subgraphs, variables, name);
    }

    /** Asks, each time with a new engine. */
    Answer ask(String query) {
        TestSubgraphs client = TestSubgraphs.of(subgraphs);
        FederationEngine<Object> engine = new FederationEngine<>(supergraph, client, EngineOptions.DEFAULT);
        GraphQLRequest request = new GraphQLRequest(query, operation, variables);
        String plan = engine.explain(request, "context");
        GraphQLResponse response =
                engine.execute(request, "context").toCompletableFuture().join();
        return new Answer(new String(response.body(), 0, response.length(), UTF_8), client.requests(), plan);
    }
}
