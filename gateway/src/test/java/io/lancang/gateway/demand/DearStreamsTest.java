package io.lancang.gateway.demand;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.TrainGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Costs of operations over transports for streams. */
@QuarkusTest
@WithTestResource(TrainGraph.class)
@TestProfile(DearStreamsTest.Narrow.class)
class DearStreamsTest {
    private static final String ARRIVALS = "subscription { arrived { id cargo } }";

    @SuppressWarnings("NullAway.Init") // injected
    TrainGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void refusesOnAWebSocketAndAnswersWhatIsCheapEnough() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);

        client.subscribe("dear", "{ a: train(id: 1) { id } b: train(id: 2) { id } }");

        assertEquals(
                "LIMIT_EXCEEDED",
                client.expect("error")
                        .getJsonArray("payload")
                        .getJsonObject(0)
                        .getJsonObject("extensions")
                        .getString("code"));
        client.subscribe("cheap", "{ train(id: 1) { id } }");
        client.expect("next");
    }

    @Test
    void refusesAMutationForItsExtraCost() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);

        client.subscribe("mutation", "mutation { announce(id: 1) { id } }");

        assertEquals("mutation", client.expect("error").getString("id"));
    }

    @Test
    void tellsTheCostOfEachEvent() throws Exception {
        GraphQLSocket client =
                GraphQLSocket.open(vertx, gateway, List.of("graphql-transport-ws"), Map.of("Lancang-Cost", "true"));
        client.say("{\"type\":\"connection_init\"}");
        client.expect("connection_ack");
        client.subscribe("a", ARRIVALS);

        graph.arrive("D87");
        graph.arrive("D88");

        // The train; its cargo is asked of freight as 1 entity.
        JsonObject cost = new JsonObject("{\"estimated\":1,\"actual\":1,\"limit\":1,\"subgraphs\":"
                + "{\"trains\":{\"estimated\":1},\"freight\":{\"estimated\":1}}}");
        for (int event = 0; event < 2; event++) {
            assertEquals(
                    cost,
                    client.expect("next")
                            .getJsonObject("payload")
                            .getJsonObject("extensions")
                            .getJsonObject("cost"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "multipart/mixed;subscriptionSpec=1.0"})
    void refusesOverHttpStreams(String accept) {
        given().contentType("application/json")
                .accept(accept)
                .body("{\"query\":\"{ a: train(id: 1) { id } b: train(id: 2) { id } }\"}")
                .post("/graphql")
                .then()
                .body(containsString("LIMIT_EXCEEDED"));
    }

    /** A gateway at which one object is all that an operation may cost. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lancang.gateway.demand.max-cost", "1");
        }
    }
}
