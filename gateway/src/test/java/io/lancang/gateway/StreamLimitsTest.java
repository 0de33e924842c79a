package io.lancang.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.HttpStream;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.TrainGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TrainGraph.class)
@TestProfile(StreamLimitsTest.Narrow.class)
class StreamLimitsTest {
    private static final String ARRIVALS = "subscription { arrived { id } }";

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
        await().until(() ->
                streams.subscriptions().running() == 0 && streams.connections().running() == 0);
        graph.reset();
    }

    @Test
    void runsNoMoreOperationsOnAConnectionThanAllowed() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        client.subscribe("a", ARRIVALS);
        client.subscribe("b", ARRIVALS);

        client.subscribe("c", ARRIVALS);

        JsonObject error = client.expect("error");
        assertEquals("c", error.getString("id"));
        assertTrue(error.encode().contains("LIMIT_EXCEEDED"), error.encode());
        assertTrue(client.isOpen());
    }

    @Test
    void keepsNoMoreSubscriptionsThanAllowedOnAllTransportsTogether() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        client.subscribe("a", ARRIVALS);
        client.subscribe("b", ARRIVALS);
        HttpStream third = HttpStream.post(vertx, gateway, "text/event-stream", ARRIVALS);
        assertEquals(200, third.status());

        HttpStream fourth = HttpStream.post(vertx, gateway, "text/event-stream", ARRIVALS);

        assertEquals(503, fourth.status());
        assertEquals("10", fourth.header("Retry-After"));
        assertTrue(fourth.end().contains("3 subscriptions"));
    }

    @Test
    void countsASubscriptionThatWasEndedUntilItsConnectionIsClosed() throws Exception {
        graph.trains().holdWebSockets();
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        // Two connections: equal ones would share one.
        client.subscribe("a", ARRIVALS.replace("arrived", "one: arrived"));
        client.subscribe("b", ARRIVALS.replace("arrived", "other: arrived"));
        graph.trains().awaitHeld(2);
        client.complete("a");
        client.complete("b");
        HttpStream third = HttpStream.post(vertx, gateway, "text/event-stream", ARRIVALS);
        assertEquals(200, third.status());

        HttpStream fourth = HttpStream.post(vertx, gateway, "text/event-stream", ARRIVALS);

        assertEquals(503, fourth.status());
        graph.trains().letWebSocketsGo();
        await().until(() -> streams.subscriptions().running() == 1);
    }

    @Test
    void keepsNoMoreConnectionsThanAllowed() throws Exception {
        GraphQLSocket.acknowledged(vertx, gateway);
        GraphQLSocket.acknowledged(vertx, gateway);

        ExecutionException refused = assertThrows(ExecutionException.class, () -> GraphQLSocket.open(vertx, gateway));

        assertEquals(
                503,
                assertInstanceOf(UpgradeRejectedException.class, refused.getCause())
                        .getStatus());
    }

    @Test
    void closesAConnectionWithAMessageThatIsTooLarge() throws Exception {
        GraphQLSocket client = GraphQLSocket.open(vertx, gateway);

        client.say("{\"type\":\"ping\",\"payload\":{\"x\":\"" + "x".repeat(70_000) + "\"}}");

        assertEquals(1009, client.closeCode());
    }

    @Test
    void givesUpAClientThatReadsNothingAndAsksTheSubgraphForNoMore() throws Exception {
        graph.trains().onMessage((socket, message) -> {
            switch (message.getString("type")) {
                case "connection_init" -> socket.writeTextMessage("{\"type\":\"connection_ack\"}");
                case "subscribe" -> flood(socket, message.getString("id"));
                default -> {
                    // Nothing to say to it.
                }
            }
        });
        double dropped = dropped();

        try (Socket client = new Socket(gateway.getHost(), gateway.getPort())) {
            String body = new JsonObject(Map.of("query", ARRIVALS)).encode();
            client.getOutputStream()
                    .write(("POST " + gateway.getPath()
                                    + " HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n"
                                    + "Accept: text/event-stream\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));

            await().atMost(30, SECONDS).until(() -> dropped() == dropped + 1);
            graph.trains().awaitOpen(0);
        }
    }

    private double dropped() {
        return new MetricsPage(management).value("lancang_gateway_subscriptions_ended_total{outcome=\"dropped\"}");
    }

    private static void flood(ServerWebSocket socket, String id) {
        String event = new JsonObject()
                .put("id", id)
                .put("type", "next")
                .put(
                        "payload",
                        new JsonObject("{\"data\":{\"arrived\":{\"__typename\":\"Train\",\"id\":\""
                                + "x".repeat(64 * 1024) + "\"}}}"))
                .encode();
        pour(socket, event);
    }

    private static void pour(ServerWebSocket socket, String event) {
        while (!socket.isClosed() && !socket.writeQueueFull()) {
            socket.writeTextMessage(event);
        }
        if (!socket.isClosed()) {
            socket.drainHandler(ignored -> pour(socket, event));
        }
    }

    /** Limits that a test reaches. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lancang.gateway.subscriptions.max-per-connection", "2",
                    "lancang.gateway.subscriptions.max-concurrent", "3",
                    "lancang.gateway.subscriptions.max-connections", "2",
                    "lancang.gateway.subscriptions.slow-client-timeout", "500ms",
                    "lancang.gateway.limits.max-body-size", "64K");
        }
    }
}
