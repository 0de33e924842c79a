package io.lancang.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.HttpStream;
import io.lancang.gateway.server.TrainGraph;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of streams and of later requests when the gateway stops. One test, since there is no way back for the application under test. */
@QuarkusTest
@WithTestResource(TrainGraph.class)
@TestProfile(ShutdownTest.OfItsOwn.class)
class ShutdownTest {
    private static final String ARRIVALS = "subscription { arrived { id } }";

    @SuppressWarnings("NullAway.Init") // injected
    TrainGraph graph;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    OpenStreams streams;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Event<ShutdownDelayInitiatedEvent> shutdowns;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    @Test
    void endsStreamsProperlyBeforeItWaitsForRequestsInWork() throws Exception {
        Vertx vertx = Vertx.vertx();
        GraphQLSocket socket = GraphQLSocket.acknowledged(vertx, gateway);
        socket.subscribe("a", ARRIVALS);
        HttpStream events = HttpStream.post(vertx, gateway, "text/event-stream", ARRIVALS);
        HttpStream parts = HttpStream.post(vertx, gateway, "multipart/mixed;subscriptionSpec=1.0", ARRIVALS);
        await().until(() -> streams.subscriptions().running() == 3);
        HttpClient keeping = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(1));
        assertEquals("200 kept", ask(keeping));

        shutdowns.fire(new ShutdownDelayInitiatedEvent());

        assertEquals(1001, socket.closeCode());
        String lastEvents = events.end();
        assertTrue(lastEvents.contains("SHUTTING_DOWN"), lastEvents);
        assertTrue(lastEvents.endsWith("event: complete\ndata: \n\n"), lastEvents);
        String lastParts = parts.end();
        assertTrue(lastParts.contains("{\"payload\":null,\"errors\":"), lastParts);
        assertTrue(lastParts.endsWith("--graphql--\r\n"), lastParts);
        await().until(() -> streams.subscriptions().running() == 0);
        HttpStream late = HttpStream.post(vertx, gateway, "text/event-stream", ARRIVALS);
        assertEquals(503, late.status());
        assertEquals("200 close", ask(keeping), "what comes on a connection that was there before is answered");
        assertEquals("503 close", ask(keeping), "a new connection is turned away");
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    /** The status of an answer, and whether its connection is kept. */
    private String ask(HttpClient client) throws Exception {
        return client.request(
                        HttpMethod.GET,
                        gateway.getPort(),
                        gateway.getHost(),
                        gateway.getPath() + "?query=%7B__typename%7D")
                .compose(request -> request.putHeader("Accept", "application/json")
                        .putHeader("Apollo-Require-Preflight", "1")
                        .send())
                .compose(answer -> answer.body()
                        .map(body -> answer.statusCode() + " "
                                + Objects.requireNonNullElse(answer.getHeader("connection"), "kept")))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
    }

    /** An application that no other test uses. */
    public static final class OfItsOwn implements QuarkusTestProfile {}
}
