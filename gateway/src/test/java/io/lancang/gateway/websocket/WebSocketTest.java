package io.lancang.gateway.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.RawClient;
import io.lancang.gateway.server.TrainGraph;
import io.lancang.gateway.server.UncaughtExceptions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** graphql-transport-ws as clients see it, in front of real subgraphs. */
@QuarkusTest
@WithTestResource(TrainGraph.class)
class WebSocketTest {
    private static final String ARRIVALS = "subscription { arrived { id cargo } }";

    @SuppressWarnings("NullAway.Init") // injected
    TrainGraph graph;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    OpenStreams streams;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    RequestsOfQuarkus requests;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    private final UncaughtExceptions uncaught = UncaughtExceptions.collected();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void everyPlaceIsFreeAgainAndNothingWasThrown() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        await().until(() ->
                streams.subscriptions().running() == 0 && streams.connections().running() == 0);
        uncaught.close();
        assertEquals(List.of(), uncaught.messages());
    }

    @Test
    void joinsEachEventWithWhatAnotherSubgraphAdds() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        client.subscribe("a", ARRIVALS);

        graph.arrive("D87");
        graph.arrive("D88");

        assertEquals(arrival("a", "D87"), client.expect("next"));
        assertEquals(arrival("a", "D88"), client.expect("next"));
    }

    @Test
    void closesAConnectionThatFloodsItWithFrames() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);

        for (int frames = 0; frames < 1100; frames++) {
            client.say("{\"type\":\"ping\"}");
        }

        assertEquals(1008, client.closeCode());
    }

    @Test
    void listensNoMoreToAClientThatGoesOnWithItsFlood() throws Exception {
        byte[] pings = new byte[6 * 1000];
        for (int at = 0; at < pings.length; at += 6) {
            pings[at] = (byte) 0x89;
            pings[at + 1] = (byte) 0x80;
        }
        try (RawClient client = new RawClient(gateway)) {
            client.send("GET " + gateway.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n"
                            + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
                    .readResponse();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);

            assertThrows(IOException.class, () -> {
                while (System.nanoTime() < end) {
                    client.send(pings);
                }
            });
        }
    }

    @Test
    void runsManyOperationsOnOneConnection() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        client.subscribe("arrivals", ARRIVALS);
        client.subscribe("loadings", "subscription { loaded { id } }");
        client.subscribe("query", "{ train(id: \"D87\") { cargo } }");

        assertEquals(
                new JsonObject("{\"data\":{\"train\":{\"cargo\":\"durian D87\"}}}"),
                client.expect("next").getJsonObject("payload"));
        assertEquals("query", client.expect("complete").getString("id"));
        graph.arrive("D88");
        assertEquals(arrival("arrivals", "D88"), client.expect("next"));
        graph.load("D89");
        assertEquals("loadings", client.expect("next").getString("id"));
        client.subscribe("mutation", "mutation { announce(id: \"D90\") { id } }");
        assertEquals("mutation", client.expect("next").getString("id"));
    }

    @Test
    void endsTheSubgraphsStreamWhenTheClientCompletes() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        client.subscribe("a", ARRIVALS);
        graph.arrive("D87");
        client.expect("next");
        graph.trains().awaitOpen(1);

        client.say("{\"id\":\"a\",\"type\":\"complete\"}");

        graph.trains().awaitOpen(0);
        assertTrue(client.isOpen());
        client.subscribe("a", "{ __typename }");
        client.expect("next");
    }

    @Test
    void holdsNoShutdownUpOnceItIsClosed() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        int before = requests.running();

        client.close();

        await().until(() -> requests.running() == before - 1);
    }

    @Test
    void endsTheSubgraphsStreamWhenTheClientLeaves() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        client.subscribe("a", ARRIVALS);
        graph.arrive("D87");
        client.expect("next");
        graph.trains().awaitOpen(1);

        client.close();

        graph.trains().awaitOpen(0);
    }

    @Test
    void tellsThatASubgraphBrokeItsStreamOff() throws Exception {
        graph.trains().onMessage((socket, message) -> {
            switch (message.getString("type")) {
                case "connection_init" -> socket.writeTextMessage("{\"type\":\"connection_ack\"}");
                default -> socket.close((short) 1011);
            }
        });
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);

        client.subscribe("a", ARRIVALS);

        JsonObject error = client.expect("error").getJsonArray("payload").getJsonObject(0);
        assertEquals("SUBGRAPH_UNAVAILABLE", error.getJsonObject("extensions").getString("code"));
        assertEquals("trains", error.getJsonObject("extensions").getString("service"));
        graph.reset();
    }

    @Test
    void refusesAnOperationWithoutClosingTheConnection() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);

        client.subscribe("a", "subscription { departed }");

        JsonObject error = client.expect("error");
        assertEquals("a", error.getString("id"));
        assertEquals("GRAPHQL_VALIDATION_FAILED", code(error));
        client.subscribe("a", "{ __typename }");
        client.expect("next");
    }

    @Test
    void refusesAPayloadThatIsNoRequestWithoutClosingTheConnection() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);

        client.say("{\"id\":\"a\",\"type\":\"subscribe\",\"payload\":{\"query\":7}}");

        assertEquals("BAD_REQUEST", code(client.expect("error")));
        assertTrue(client.isOpen());
    }

    @Test
    void answersAPing() throws Exception {
        GraphQLSocket client = GraphQLSocket.open(vertx, gateway);

        client.say("{\"type\":\"ping\",\"payload\":{}}");

        client.expect("pong");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        no JSON                                     | 4400
        []                                          | 4400
        {"type":"hello"}                            | 4400
        {"type":"connection_ack"}                   | 4400
        {"type":"subscribe","payload":{}}           | 4400
        {"type":"connection_init","payload":"text"} | 4400
        {"type":"subscribe","id":"a","payload":{}}  | 4401
        """)
    void closesWithTheProtocolsCode(String message, int code) throws Exception {
        GraphQLSocket client = GraphQLSocket.open(vertx, gateway);

        client.say(message);

        assertEquals(code, client.closeCode());
    }

    /** Overlong, half a surrogate, a character that is cut off, and what is no UTF-8 at all. */
    @ParameterizedTest
    @ValueSource(strings = {"C080", "EDA080", "C3", "FF"})
    void closesAConnectionWithAMessageThatIsNoUtf8(String bytes) throws Exception {
        GraphQLSocket client = GraphQLSocket.open(vertx, gateway);

        client.say("{\"type\":\"ping\",\"payload\":{\"x\":\"", HexFormat.of().parseHex(bytes), "\"}}".getBytes(UTF_8));

        assertEquals(1007, client.closeCode());
    }

    @Test
    void takesACharacterThatIsInTwoFrames() throws Exception {
        byte[] character = "\uD83D\uDE82".getBytes(UTF_8);
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);

        client.say(
                "{\"id\":\"a\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ train(id: \\\"",
                Arrays.copyOf(character, 1),
                Arrays.copyOfRange(character, 1, 3),
                Arrays.copyOfRange(character, 3, 4),
                "\\\") { id } }\"}}".getBytes(UTF_8));

        assertEquals(
                new JsonObject("{\"data\":{\"train\":{\"id\":\"\uD83D\uDE82\"}}}"),
                client.expect("next").getJsonObject("payload"));
    }

    @Test
    void closesAConnectionThatDoesNotBegin() throws Exception {
        assertEquals(4408, GraphQLSocket.open(vertx, gateway).closeCode());
    }

    @Test
    void closesAConnectionThatBeginsTwice() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);

        client.say("{\"type\":\"connection_init\"}");

        assertEquals(4429, client.closeCode());
    }

    @Test
    void closesAConnectionThatUsesAnIdTwice() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        client.subscribe("a", ARRIVALS);

        client.subscribe("a", ARRIVALS);

        assertEquals(4409, client.closeCode());
    }

    @Test
    void closesAConnectionThatSpeaksAnotherSubProtocol() throws Exception {
        assertEquals(
                4406, GraphQLSocket.open(vertx, gateway, List.of(), Map.of()).closeCode());
    }

    @Test
    void staysWithAQuietClientThatAnswersPings() throws Exception {
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        client.subscribe("a", ARRIVALS);

        // Long enough for several pings, which are 500 ms apart.
        vertx.timer(2, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .get();

        graph.arrive("D87");
        client.expect("next");
    }

    @Test
    void forwardsTheTokenOfTheFirstMessageToEverySubgraph() throws Exception {
        GraphQLSocket client = GraphQLSocket.open(vertx, gateway);
        client.say("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer a\",\"X-Tenant\":\"b\"}}");
        client.expect("connection_ack");
        client.subscribe("a", ARRIVALS);
        graph.arrive("D87");
        client.expect("next");

        assertEquals("Bearer a", graph.trains().upgrade().get("Authorization"));
    }

    @Test
    void takesNoHeaderFromTheFirstMessageThatTheRequestHas() throws Exception {
        GraphQLSocket client = GraphQLSocket.open(
                vertx, gateway, List.of("graphql-transport-ws"), Map.of("Authorization", "Bearer of the proxy"));
        client.say("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer a\"}}");
        client.expect("connection_ack");
        client.subscribe("a", ARRIVALS);
        graph.arrive("D87");
        client.expect("next");

        assertEquals("Bearer of the proxy", graph.trains().upgrade().get("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "http://evil-%s", "http://%s.example", "null"})
    void opensNoWebSocketForAPageOfAnotherOrigin(String origin) {
        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> GraphQLSocket.open(
                        vertx,
                        gateway,
                        List.of("graphql-transport-ws"),
                        Map.of("Origin", origin.formatted(gateway.getAuthority()))));

        UpgradeRejectedException rejected = assertInstanceOf(UpgradeRejectedException.class, refused.getCause());
        assertEquals(403, rejected.getStatus());
        assertTrue(rejected.getBody().toString().contains("FORBIDDEN"));
    }

    /** It has no header Connection. Anybody can send that as often as there are places. */
    @Test
    void keepsNoPlaceForAHandshakeThatIsNone() throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            String answer = client.send(
                            "GET " + gateway.getPath() + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n")
                    .readResponse();

            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }
        await().untilAsserted(() -> assertEquals(0, streams.connections().running()));
    }

    @Test
    void opensAWebSocketForAPageOfItsOwnOrigin() throws Exception {
        GraphQLSocket client = GraphQLSocket.open(
                vertx, gateway, List.of("graphql-transport-ws"), Map.of("Origin", "http://" + gateway.getAuthority()));

        client.say("{\"type\":\"connection_init\"}");
        client.expect("connection_ack");
    }

    @Test
    void readsNoMoreWhileAsManyOperationsWaitForTheirAnswersAsMay() throws Exception {
        List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        graph.trains().onRequest(held::add);
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        for (int id = 0; id < 20; id++) {
            // Each another: equal ones would be sent once.
            client.subscribe("" + id, "{ train(id: \"D" + id + "\") { id } }");
        }
        await().until(() -> held.size() >= 16);
        GraphQLSocket other = GraphQLSocket.acknowledged(vertx, gateway);
        other.subscribe("a", "{ __typename }");
        other.expect("next");
        assertEquals(16, held.size());

        graph.reset();
        held.forEach(request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end("{\"data\":{\"train\":{\"id\":\"D87\"}}}"));

        for (int id = 0; id < 20; id++) {
            client.expect("next");
            client.expect("complete");
        }
    }

    @Test
    void readsNoMoreWhileSubscriptionsThatTheClientEndedAreNotGone() throws Exception {
        graph.trains().holdWebSockets();
        GraphQLSocket client = GraphQLSocket.acknowledged(vertx, gateway);
        for (int id = 0; id < 16; id++) {
            // A connection each: equal ones would share one.
            client.subscribe("" + id, ARRIVALS.replace("arrived", "arrived" + id + ": arrived"));
        }
        graph.trains().awaitHeld(16);
        for (int id = 0; id < 16; id++) {
            client.complete("" + id);
        }
        client.subscribe("last", "{ __typename }");
        GraphQLSocket other = GraphQLSocket.acknowledged(vertx, gateway);
        other.subscribe("a", "{ __typename }");
        other.expect("next");
        assertFalse(client.hasMessage());

        graph.trains().letWebSocketsGo();

        assertEquals("last", client.expect("next").getString("id"));
    }

    private static String code(JsonObject error) {
        JsonArray errors = error.getJsonArray("payload");
        return errors.getJsonObject(0).getJsonObject("extensions").getString("code");
    }

    private static JsonObject arrival(String id, String train) {
        return new JsonObject("{\"id\":\"" + id + "\",\"type\":\"next\",\"payload\":{\"data\":{\"arrived\":{\"id\":\""
                + train + "\",\"cargo\":\"durian " + train + "\"}}}}");
    }
}
