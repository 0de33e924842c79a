package io.lancang.gateway.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.subscription.ConnectionInit;
import io.lancang.gateway.config.subscription.StreamProtocol;
import io.lancang.gateway.config.subscription.StreamSharing;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.server.StreamServer;
import io.lancang.gateway.subgraph.endpoint.StreamSettings;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.HeaderForwarding;
import io.lancang.gateway.telemetry.ResilienceEvent;
import io.lancang.gateway.telemetry.ResilienceGauges;
import io.lancang.gateway.telemetry.SubgraphMeter;
import io.lancang.gateway.telemetry.SubgraphOutcome;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions at subgraphs, over real sockets, with each thing that a subgraph may do. */
final class SubgraphStreamsTest {
    private static final String QUERY = "{\"query\":\"subscription { arrived }\"}";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private Map<String, String> config = Map.of();
    private StreamSettings settings = TestConfig.streams(StreamSharing.NEVER);
    private @Nullable HttpSubgraphClient client;

    @AfterEach
    void close() throws Exception {
        if (client != null) {
            client.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void handsOnEachEventAsItStandsInItsMessage() throws Exception {
        try (StreamServer subgraph =
                new StreamServer().onMessage(events("{\"data\": {\"n\": 1.50}}", "{\"data\":null}"))) {
            StreamListener listener = subscribe(subgraph);

            assertEquals("{\"data\": {\"n\": 1.50}}", listener.event());
            assertEquals("{\"data\":null}", listener.event());
            assertEquals("completed", listener.end());
            assertEquals(0, open.get());
            assertEquals(2, events.get());
        }
    }

    @Test
    void opensTheWebSocketWithTheForwardedHeadersAndSendsTheRequestAsItIs() throws Exception {
        try (StreamServer subgraph = new StreamServer().onMessage(events())) {
            subscribe(subgraph).end();

            MultiMap upgrade = subgraph.upgrade();
            assertEquals("Bearer a", upgrade.get("Authorization"));
            assertFalse(upgrade.contains("Content-Type"));
            assertEquals("/graphql", upgrade.get(":path"));
            assertEquals(new JsonObject().put("type", "connection_init"), subgraph.message());
            JsonObject subscribe = subgraph.message();
            assertEquals("subscribe", subscribe.getString("type"));
            assertEquals(new JsonObject(QUERY), subscribe.getJsonObject("payload"));
        }
    }

    @Test
    void putsTheForwardedHeadersIntoTheFirstMessageWhereThatIsConfigured() throws Exception {
        settings = new StreamSettings(
                StreamProtocol.WEBSOCKET,
                "/subscriptions?v=2",
                ConnectionInit.HEADERS,
                Duration.ofSeconds(60),
                100,
                16,
                StreamSharing.NEVER,
                256);
        try (StreamServer subgraph = new StreamServer().onMessage(events())) {
            subscribe(subgraph).end();

            assertEquals("/subscriptions?v=2", subgraph.upgrade().get(":path"));
            assertEquals(
                    new JsonObject().put("authorization", "Bearer a"),
                    subgraph.message().getJsonObject("payload"));
        }
    }

    @Test
    void endsTheSubscriptionAtTheSubgraphWhenItIsCancelled() throws Exception {
        try (StreamServer subgraph = new StreamServer().onMessage(openEnded("{\"data\":{\"arrived\":1}}"))) {
            StreamListener listener = subscribe(subgraph);
            listener.event();

            listener.cancel();

            subgraph.message();
            subgraph.message();
            assertEquals("complete", subgraph.message().getString("type"));
            assertEquals("1000", subgraph.close("the connection stays open"));
            assertEquals(0, open.get());
        }
    }

    @Test
    void answersAPing() throws Exception {
        try (StreamServer subgraph = new StreamServer().onMessage((socket, message) -> {
            if (message.getString("type").equals("connection_init")) {
                socket.writeTextMessage("{\"type\":\"ping\"}");
            }
        })) {
            subscribe(subgraph);

            subgraph.message();
            assertEquals("pong", subgraph.message().getString("type"));
        }
    }

    @Test
    void handsOnTheErrorsWithWhichASubgraphRefuses() throws Exception {
        String errors = "[{\"message\":\"no such line\"}]";
        try (StreamServer subgraph = new StreamServer()
                .onMessage(acknowledging((socket, subscribe) -> socket.writeTextMessage(new JsonObject()
                        .put("id", subscribe.getString("id"))
                        .put("type", "error")
                        .put("payload", new JsonArray(errors))
                        .encode())))) {
            StreamListener listener = subscribe(subgraph);

            assertEquals("{\"errors\":" + errors + "}", listener.event());
            assertEquals("completed", listener.end());
        }
    }

    @Test
    void tellsThatTheSubgraphDiedInTheMiddleOfItsEventsAfterTheEventsThatCame() throws Exception {
        StreamServer subgraph = new StreamServer().onMessage(openEnded("{\"data\":{\"arrived\":1}}"));
        StreamListener listener = subscribe(subgraph);
        listener.event();

        subgraph.close();

        assertFailed(listener, ErrorCode.SUBGRAPH_UNAVAILABLE, "before the end of its events");
    }

    @Test
    void namesTheCodeWithWhichTheSubgraphCloses() throws Exception {
        try (StreamServer subgraph =
                new StreamServer().onMessage((socket, message) -> socket.close((short) 4403, "Forbidden"))) {
            assertFailed(subscribe(subgraph), ErrorCode.SUBGRAPH_UNAVAILABLE, "with code 4403");
        }
    }

    @Test
    void refusesASubgraphThatSpeaksAnotherProtocol() throws Exception {
        try (StreamServer subgraph = new StreamServer(List.of())) {
            assertFailed(subscribe(subgraph), ErrorCode.SUBGRAPH_UNAVAILABLE, "graphql-transport-ws");
        }
    }

    @Test
    void refusesWhatIsNoMessage() throws Exception {
        try (StreamServer subgraph = new StreamServer().onMessage((socket, message) -> socket.writeTextMessage("[]"))) {
            assertFailed(subscribe(subgraph), ErrorCode.SUBGRAPH_INVALID_RESPONSE, "must be a JSON object");
        }
    }

    @Test
    void refusesAnEventThatIsTooLarge() throws Exception {
        config = Map.of("traffic.max-response-size", "1K");
        try (StreamServer subgraph =
                new StreamServer().onMessage(openEnded("{\"data\":\"" + "x".repeat(2000) + "\"}"))) {
            assertFailed(subscribe(subgraph), ErrorCode.LIMIT_EXCEEDED, "more than 1024 bytes");
        }
    }

    @Test
    void tellsThatASubgraphCannotBeReached() throws Exception {
        StreamServer subgraph = new StreamServer();
        subgraph.close();

        assertFailed(subscribe(subgraph), ErrorCode.SUBGRAPH_UNAVAILABLE, "could not be reached");
    }

    @Test
    void waitsNoLongerThanItsTimeoutForTheAcknowledgement() throws Exception {
        config = Map.of("traffic.timeout", "150ms");
        try (StreamServer subgraph = new StreamServer()) {
            assertFailed(subscribe(subgraph), ErrorCode.TIMEOUT, "within 150 ms");
        }
    }

    @Test
    void staysWithAQuietSubgraphThatAnswersPings() throws Exception {
        settings = new StreamSettings(
                StreamProtocol.WEBSOCKET,
                /* path= */ null,
                ConnectionInit.EMPTY,
                Duration.ofMillis(800),
                100,
                16,
                StreamSharing.NEVER,
                256);
        try (StreamServer subgraph = new StreamServer()
                .onMessage(acknowledging((socket, subscribe) ->
                        // Long enough for several pings.
                        vertx.setTimer(2_500, ignored -> socket.writeTextMessage(next("{\"data\":{\"late\":1}}")))))) {
            assertEquals("{\"data\":{\"late\":1}}", subscribe(subgraph).event());
        }
    }

    @Test
    void asksAQuietSubgraphBeforeItGivesItUpAfterASlowClientHeldItBack() throws Exception {
        settings = new StreamSettings(
                StreamProtocol.WEBSOCKET,
                /* path= */ null,
                ConnectionInit.EMPTY,
                Duration.ofMillis(100),
                100,
                16,
                StreamSharing.NEVER,
                256);
        String event = "{\"data\":{\"arrived\":1}}";
        try (StreamServer subgraph = new StreamServer().onMessage(acknowledging((socket, subscribe) -> {
            // One for the client, and as many as may wait: reading stops until the client wants more.
            for (int count = 0; count < 9; count++) {
                socket.writeTextMessage(next(event));
            }
            vertx.setTimer(1_000, ignored -> socket.writeTextMessage(next("{\"data\":{\"late\":1}}")));
        }))) {
            StreamListener listener = subscribe(subgraph, 1);
            assertEquals(event, listener.event());
            // Held back for several looks at whether it is alive, and then quiet for several more.
            vertx.timer(300).toCompletionStage().toCompletableFuture().get(10, SECONDS);

            listener.want(Long.MAX_VALUE);

            for (int count = 0; count < 8; count++) {
                assertEquals(event, listener.event());
            }
            assertEquals("{\"data\":{\"late\":1}}", listener.event());
        }
    }

    @Test
    void asksForNoMoreThanTheClientTakes() throws Exception {
        try (StreamServer subgraph = new StreamServer().onMessage(acknowledging(SubgraphStreamsTest::flood))) {
            StreamListener listener = subscribe(subgraph, 1);

            listener.event();
            assertTrue(listener.isQuiet(), "one event was asked for");
            int heldBack = events.get();
            listener.want(1);
            listener.event();

            assertTrue(heldBack < 100, heldBack + " events were read for a client that took one");
            listener.cancel();
            subgraph.awaitOpen(0);
        }
    }

    @Test
    void readsServerSentEvents() throws Exception {
        sse(Duration.ofSeconds(60));
        String inTwoLines = "event: next\r\ndata: {\"data\":\r\ndata: {\"n\":1}}\r\n\r\n";
        String ofItsOwn = ": comment\n\nevent: other\ndata: x\n\n";
        String withoutSpaces = "event:next\ndata:{\"data\":2}\n\n";
        String end = "event: complete\ndata:\n\n";
        try (StreamServer subgraph = new StreamServer()
                .onRequest(request -> StreamServer.events(request).end(inTwoLines + ofItsOwn + withoutSpaces + end))) {
            StreamListener listener = subscribe(subgraph);

            assertEquals("{\"data\":\n{\"n\":1}}", listener.event());
            assertEquals("{\"data\":2}", listener.event());
            assertEquals("completed", listener.end());
        }
    }

    @Test
    void endsTheRequestForServerSentEventsWhenItIsCancelled() throws Exception {
        sse(Duration.ofSeconds(60));
        try (StreamServer subgraph = new StreamServer()) {
            subgraph.onRequest(request -> {
                subgraph.opened();
                request.connection().closeHandler(ignored -> subgraph.closed());
                StreamServer.events(request).write("event: next\ndata: {\"data\":1}\n\n");
            });
            StreamListener listener = subscribe(subgraph);
            listener.event();

            listener.cancel();

            subgraph.awaitOpen(0);
            assertEquals(0, open.get());
        }
    }

    @Test
    void tellsThatServerSentEventsEndedWithoutTheirEnd() throws Exception {
        sse(Duration.ofSeconds(60));
        try (StreamServer subgraph = new StreamServer()
                .onRequest(request -> StreamServer.events(request).end("event: next\ndata: {\"data\":1}\n\n"))) {
            StreamListener listener = subscribe(subgraph);

            listener.event();
            assertFailed(listener, ErrorCode.SUBGRAPH_UNAVAILABLE, "before the end of its events");
        }
    }

    @Test
    void givesUpServerSentEventsThatAreSilent() throws Exception {
        sse(Duration.ofMillis(100));
        try (StreamServer subgraph = new StreamServer().onRequest(StreamServer::events)) {
            assertFailed(subscribe(subgraph), ErrorCode.SUBGRAPH_UNAVAILABLE, "was silent for 100 ms");
        }
    }

    @Test
    void handsOnTheAnswerOfASubgraphThatRefusesServerSentEvents() throws Exception {
        sse(Duration.ofSeconds(60));
        String answer = "{\"errors\":[{\"message\":\"no such line\"}]}";
        try (StreamServer subgraph = new StreamServer()
                .onRequest(request -> request.response()
                        .setStatusCode(400)
                        .putHeader("Content-Type", "application/json")
                        .end(answer))) {
            StreamListener listener = subscribe(subgraph);

            assertEquals(answer, listener.event());
            assertEquals("completed", listener.end());
        }
    }

    @Test
    void namesTheStatusOfASubgraphWithoutServerSentEvents() throws Exception {
        sse(Duration.ofSeconds(60));
        try (StreamServer subgraph = new StreamServer()) {
            assertFailed(subscribe(subgraph), ErrorCode.SUBGRAPH_UNAVAILABLE, "HTTP status 404");
        }
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHENTICATED", "403, FORBIDDEN"})
    void tellsClientsThatASubgraphDoesNotKnowOrNotAllowThem(int status, ErrorCode code) throws Exception {
        try (StreamServer subgraph = new StreamServer().refuseWebSockets(status)) {
            assertFailed(subscribe(subgraph), code, "Subgraph");
            assertEquals(0, open.get());
        }
        sse(Duration.ofSeconds(60));
        try (StreamServer subgraph = new StreamServer()
                .onRequest(request -> request.response().setStatusCode(status).end())) {
            assertFailed(subscribe(subgraph), code, "Subgraph");
            assertEquals(0, open.get());
        }
    }

    private void sse(Duration idle) {
        settings = new StreamSettings(
                StreamProtocol.SSE, /* path= */ null, ConnectionInit.EMPTY, idle, 100, 16, StreamSharing.NEVER, 256);
    }

    private static void assertFailed(StreamListener listener, ErrorCode code, String part) throws Exception {
        String end = listener.end();
        assertTrue(end.startsWith(code.name()), end);
        assertTrue(end.contains(part), end);
        assertTrue(end.contains("\"trains\""), end);
        assertFalse(end.contains("127.0.0.1"), end);
    }

    private StreamListener subscribe(StreamServer subgraph) {
        return subscribe(subgraph, Long.MAX_VALUE);
    }

    private StreamListener subscribe(StreamServer subgraph, long wanted) {
        var traffic = TestConfig.with(config).traffic();
        HttpSubgraphClient created = new HttpSubgraphClient(
                vertx,
                List.of(new SubgraphTarget("trains", subgraph.url(), traffic.timeout(), settings)),
                traffic,
                SubgraphTls.DEFAULT,
                TestConfig.noMask(),
                name -> new Counting());
        client = created;
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Authorization", "Bearer a");
        ClientRequest request = new ClientRequest(
                new HeaderForwarding(List.of("authorization")).toSubgraphs(headers),
                Deadline.in(Duration.ofSeconds(30), System::nanoTime));
        StreamListener listener = new StreamListener(wanted);
        created.subscribe(new SubgraphRequest<>("trains", QUERY.getBytes(UTF_8), request))
                .subscribe(listener);
        return listener;
    }

    private static BiConsumer<ServerWebSocket, JsonObject> acknowledging(
            BiConsumer<ServerWebSocket, JsonObject> subscribed) {
        return (socket, message) -> {
            switch (message.getString("type")) {
                case "connection_init" -> socket.writeTextMessage("{\"type\":\"connection_ack\"}");
                case "subscribe" -> subscribed.accept(socket, message);
                default -> {
                    // Nothing to say to it.
                }
            }
        };
    }

    private static BiConsumer<ServerWebSocket, JsonObject> openEnded(String... payloads) {
        return acknowledging((socket, subscribe) -> {
            for (String payload : payloads) {
                socket.writeTextMessage(next(payload));
            }
        });
    }

    private static BiConsumer<ServerWebSocket, JsonObject> events(String... payloads) {
        return acknowledging((socket, subscribe) -> {
            for (String payload : payloads) {
                socket.writeTextMessage(next(payload));
            }
            socket.writeTextMessage("{\"id\":\"1\",\"type\":\"complete\"}");
        });
    }

    private static void flood(ServerWebSocket socket, JsonObject subscribe) {
        String event = next("{\"data\":\"" + "x".repeat(64 * 1024) + "\"}");
        while (!socket.isClosed() && !socket.writeQueueFull()) {
            socket.writeTextMessage(event);
        }
        if (!socket.isClosed()) {
            socket.drainHandler(ignored -> flood(socket, subscribe));
        }
    }

    private static String next(String payload) {
        return "{\"id\":\"1\",\"type\":\"next\",\"payload\":" + payload + "}";
    }

    /** Counts what is open and what came. */
    private final class Counting implements SubgraphMeter {
        @Override
        public void deduplicated() {}

        @Override
        public void resilience(ResilienceEvent event) {}

        @Override
        public void watch(ResilienceGauges gauges) {}

        @Override
        public void request(SubgraphOutcome outcome, long nanos) {}

        @Override
        public void streamJoined() {}

        @Override
        public void streamLeftBehind() {}

        @Override
        public void streamOpened() {
            open.incrementAndGet();
        }

        @Override
        public void event() {
            events.incrementAndGet();
        }

        @Override
        public void streamClosed() {
            open.decrementAndGet();
        }
    }
}
