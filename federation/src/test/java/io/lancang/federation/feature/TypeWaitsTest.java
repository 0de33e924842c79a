package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.engine.EngineOptions;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Requests that have their keys, but must wait until another subgraph tells of which types the objects are. The subgraph that
 * tells the types answers when a test says so.
 */
class TypeWaitsTest {
    private static final TestSubgraph MEDIA = subgraph("media", """
            interface Media @key(fields: "id") { id: ID! }
            type Book implements Media @key(fields: "id") { id: ID! }
            type Film implements Media @key(fields: "id") { id: ID! }
            """, """
            {"Media": [{"__typename": "Book", "id": "b"}, {"__typename": "Film", "id": "f"}],
             "Book": [{"id": "b"}], "Film": [{"id": "f"}]}
            """);

    private static final TestSubgraph REVIEWS = subgraph("reviews", """
            type Query { reviewed: [Media] }
            type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }
            """, """
            {"Query": {"reviewed": [{"id": "b", "stars": 5}, {"id": "f", "stars": 4}]},
             "Media": [{"id": "b", "stars": 5}, {"id": "f", "stars": 4}]}
            """);

    private static final TestSubgraph PRICES = subgraph("prices", """
            type Media @key(fields: "id") @interfaceObject { id: ID! price: Int }
            """, """
            {"Media": [{"id": "b", "price": 12}, {"id": "f", "price": 7}]}
            """);

    private static final TestSubgraph POSTERS = subgraph("posters", """
            type Film @key(fields: "id") { id: ID! poster: String }
            """, """
            {"Film": [{"id": "f", "poster": "F.png"}]}
            """);

    private static final String QUERY = "{ reviewed { stars price ... on Film { poster } } }";

    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private final TestSubgraphs subgraphs = TestSubgraphs.of(MEDIA, REVIEWS, PRICES, POSTERS)
            .breaking(
                    "media", request -> released.thenApply(now -> new SubgraphResponse(MEDIA.answer(request.body()))));

    @Test
    void holdsBackOnlyTheRequestThatNeedsTheTypes() {
        CompletableFuture<GraphQLResponse> answer = ask();

        assertEquals(List.of("media", "prices", "reviews"), asked());
        assertFalse(answer.isDone());
    }

    @Test
    void sendsOnlyTheObjectsOfTheTypeOnceItIsKnown() {
        CompletableFuture<GraphQLResponse> answer = ask();
        released.complete(null);

        assertEquals(List.of("media", "posters", "prices", "reviews"), asked());
        String toPosters = subgraphs.requests().getLast();
        assertTrue(toPosters.startsWith("posters "), toPosters);
        assertTrue(toPosters.contains("[{\"__typename\":\"Film\",\"id\":\"f\"}]"), toPosters);
        assertEquals(
                "{\"data\":{\"reviewed\":[{\"stars\":5,\"price\":12},{\"stars\":4,\"price\":7,\"poster\":\"F.png\"}]}}",
                text(answer));
    }

    @Test
    void sendsNothingWhereTheTypesAreNeverKnown() {
        CompletableFuture<GraphQLResponse> answer = ask();
        released.completeExceptionally(new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, "closed"));

        assertEquals(List.of("media", "prices", "reviews"), asked());
        assertTrue(text(answer).contains("\"code\":\"SUBGRAPH_UNAVAILABLE\""), text(answer));
    }

    private CompletableFuture<GraphQLResponse> ask() {
        FederationEngine<Object> engine = new FederationEngine<>(
                TestSupergraph.of(MEDIA, REVIEWS, PRICES, POSTERS), subgraphs, EngineOptions.DEFAULT);
        return engine.execute(new GraphQLRequest(QUERY, null, Map.of()), "context")
                .toCompletableFuture();
    }

    private List<String> asked() {
        return subgraphs.requests().stream()
                .map(request -> request.substring(0, request.indexOf(' ')))
                .sorted()
                .toList();
    }

    private static String text(CompletableFuture<GraphQLResponse> answer) {
        GraphQLResponse response = answer.join();
        return new String(response.body(), 0, response.length(), UTF_8);
    }
}
