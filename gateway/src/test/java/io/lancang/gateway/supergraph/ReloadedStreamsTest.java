package io.lancang.gateway.supergraph;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.TrainGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TrainGraph.class)
class ReloadedStreamsTest {
    @SuppressWarnings("NullAway.Init") // injected
    TrainGraph graph;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Vertx vertx;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI endpoint;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void letsASubscriptionGoOnWhenAnotherSupergraphTakesOver() throws Exception {
        try (GraphQLSocket before = GraphQLSocket.acknowledged(vertx, endpoint)) {
            before.subscribe("1", "subscription { arrived { id cargo } }");
            graph.arrive("k1");
            assertEquals("k1", id(before.expect("next")));
            String digest = digest();

            graph.write("# Another edition.");
            await().atMost(20, SECONDS).untilAsserted(() -> assertNotEquals(digest, digest()));

            graph.arrive("k2");
            // With a field of another subgraph, which is asked on the connections of the supergraph before.
            JsonObject next = before.expect("next");
            assertEquals("k2", id(next));
            assertEquals(
                    "durian k2",
                    next.getJsonObject("payload")
                            .getJsonObject("data")
                            .getJsonObject("arrived")
                            .getString("cargo"));
        }
    }

    private static String id(JsonObject next) {
        return next.getJsonObject("payload")
                .getJsonObject("data")
                .getJsonObject("arrived")
                .getString("id");
    }

    private String digest() {
        return given().get(management.resolve("/q/health/ready"))
                .then()
                .extract()
                .path("checks.find { it.name == 'supergraph' }.data.sha256");
    }
}
