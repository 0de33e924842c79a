package io.lancang.gateway.http.answer;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.HttpStream;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.TrainGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscriptions over plain HTTP as clients see them, in front of real subgraphs. */
@QuarkusTest
@WithTestResource(TrainGraph.class)
class StreamedResponseTest {
    private static final String ARRIVALS = "subscription { arrived { id cargo } }";
    private static final String SSE = "text/event-stream";
    private static final String MULTIPART = "multipart/mixed;subscriptionSpec=1.0, application/json";

    @SuppressWarnings("NullAway.Init") // injected
    TrainGraph graph;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    OpenStreams streams;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void everyPlaceIsFreeAgain() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        await().until(() -> streams.subscriptions().running() == 0);
        graph.trains().awaitOpen(0);
        graph.freight().awaitOpen(0);
        graph.reset();
    }

    @Test
    void sendsEachEventJoinedWithWhatAnotherSubgraphAdds() throws Exception {
        HttpStream stream = HttpStream.post(vertx, gateway, SSE, ARRIVALS);
        assertEquals(200, stream.status());
        assertEquals("text/event-stream; charset=utf-8", stream.header("Content-Type"));

        graph.arrive("D87");

        stream.awaitText("event: next\ndata: {\"data\":{\"arrived\":{\"id\":\"D87\",\"cargo\":\"durian D87\"}}}\n\n");
    }

    @Test
    void sendsEventsToAPageThatCanOnlyAskByGet() throws Exception {
        HttpStream stream = HttpStream.get(vertx, gateway, SSE, ARRIVALS);

        graph.arrive("D87");

        stream.awaitText("durian D87");
    }

    @Test
    void showsThatAQuietStreamIsAlive() throws Exception {
        // One comes at once, the others 200 ms apart.
        HttpStream.post(vertx, gateway, SSE, ARRIVALS).awaitText(":\n:\n:\n");
    }

    @Test
    void endsTheSubgraphsStreamWhenTheClientLeaves() throws Exception {
        HttpStream stream = HttpStream.post(vertx, gateway, SSE, "subscription { loaded { id } }");
        graph.load("D87");
        stream.awaitText("D87");
        graph.freight().awaitOpen(1);

        stream.close();

        graph.freight().awaitOpen(0);
    }

    @Test
    void countsWhatIsSentAndHowItEnds() throws Exception {
        MetricsPage metrics = new MetricsPage(management);
        double events = metrics.value("lancang_gateway_subscriptions_events_total");
        double cancelled = cancelled();
        HttpStream stream = HttpStream.post(vertx, gateway, SSE, ARRIVALS);
        graph.arrive("D87");
        stream.awaitText("D87");

        assertEquals(events + 1, metrics.value("lancang_gateway_subscriptions_events_total"));
        assertEquals(1, streams.subscriptions().running());
        stream.close();
        await().until(() -> cancelled() == cancelled + 1);
    }

    private double cancelled() {
        return new MetricsPage(management).value("lancang_gateway_subscriptions_ended_total{outcome=\"cancelled\"}");
    }

    @Test
    void tellsThatASubgraphBrokeItsStreamOffAndEnds() throws Exception {
        graph.trains().onMessage((socket, message) -> socket.close((short) 1011));

        String body = HttpStream.post(vertx, gateway, SSE, ARRIVALS).end();

        assertTrue(body.contains("event: next\ndata: {\"errors\":[{\"message\":\"Subgraph \\\"trains\\\""), body);
        assertTrue(body.contains("\"code\":\"SUBGRAPH_UNAVAILABLE\""), body);
        assertTrue(body.endsWith("event: complete\ndata: \n\n"), body);
    }

    @Test
    void sendsASingleAnswerAsAStreamToAClientThatTakesNothingElse() throws Exception {
        assertEquals(
                ":\nevent: next\ndata: {\"data\":{\"train\":{\"id\":\"D87\"}}}\n\nevent: complete\ndata: \n\n",
                HttpStream.post(vertx, gateway, SSE, "{ train(id: \"D87\") { id } }")
                        .end());
    }

    @Test
    void tellsWhatIsWrongWithASubscriptionInTheStream() throws Exception {
        String body = HttpStream.post(vertx, gateway, SSE, "subscription { departed }")
                .end();

        assertTrue(body.contains("GRAPHQL_VALIDATION_FAILED"), body);
        assertTrue(body.endsWith("event: complete\ndata: \n\n"), body);
    }

    @Test
    void refusesMutationsByGet() {
        given().accept(SSE)
                .header("Apollo-Require-Preflight", "1")
                .queryParam("query", "mutation { announce(id: \"D87\") { id } }")
                .get(Endpoint.PATH)
                .then()
                .statusCode(405)
                .body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @Test
    void tellsAClientThatTakesOneAnswerHowToSubscribe() {
        given().contentType("application/json")
                .body("{\"query\":\"" + ARRIVALS + "\"}")
                .post(Endpoint.PATH)
                .then()
                .statusCode(406)
                .body("errors[0].extensions.code", equalTo("NOT_ACCEPTABLE"))
                .body("errors[0].extensions.hint", containsString("text/event-stream"));
    }

    @Test
    void sendsEachEventInAPart() throws Exception {
        HttpStream stream = HttpStream.post(vertx, gateway, MULTIPART, ARRIVALS);
        assertEquals("multipart/mixed;boundary=\"graphql\";subscriptionSpec=1.0", stream.header("Content-Type"));

        graph.arrive("D87");

        stream.awaitText("--graphql\r\nContent-Type: application/json\r\n\r\n{}\r\n--graphql");
        stream.awaitText("\r\n--graphql\r\nContent-Type: application/json\r\n\r\n"
                + "{\"payload\":{\"data\":{\"arrived\":{\"id\":\"D87\",\"cargo\":\"durian D87\"}}}}\r\n--graphql");
    }

    @Test
    void tellsInAPartThatASubgraphBrokeItsStreamOff() throws Exception {
        graph.trains().onMessage((socket, message) -> socket.close((short) 1011));

        String body = HttpStream.post(vertx, gateway, MULTIPART, ARRIVALS).end();

        assertTrue(body.contains("{\"payload\":null,\"errors\":[{\"message\":\"Subgraph \\\"trains\\\""), body);
        assertTrue(body.endsWith("}\r\n--graphql--\r\n"), body);
    }

    @Test
    void answersAQueryInOnePieceIfTheClientTakesThatToo() throws Exception {
        String body = HttpStream.post(vertx, gateway, MULTIPART, "{ train(id: \"D87\") { id } }")
                .end();

        assertFalse(body.contains("--graphql"), body);
        assertEquals("{\"data\":{\"train\":{\"id\":\"D87\"}}}", body);
    }
}
