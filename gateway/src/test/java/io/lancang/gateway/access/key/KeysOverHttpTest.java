package io.lancang.gateway.access.key;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.access.ProtectedGraph;
import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.SubgraphServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients get with keys of a file, with bad ones, and beyond their limits. Each test has an address of its own. */
@QuarkusTest
@WithTestResource(ProtectedGraph.class)
class KeysOverHttpTest {
    private static final String QUERY = "{ partner { name margin } }";
    private static final String MARGIN = "{\"data\":{\"partner\":{\"name\":\"Laos\",\"margin\":0.25}}}";

    private static final AtomicInteger ADDRESSES = new AtomicInteger(100);

    @SuppressWarnings("NullAway.Init") // injected
    ProtectedGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    ClientLimits limits;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void restore() {
        graph.keys().swap(TestKeys.all());
        await().until(() -> ask(nextAddress(), "x-api-key", TestKeys.READER).statusCode() == 200
                && header(ask(nextAddress()), "RateLimit").equals("none"));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void opensWhatTheScopesOfAKeyGrantInEitherHeader() throws Exception {
        assertEquals(
                MARGIN, ask(11, "Authorization", "Bearer " + TestKeys.READER).body());
        assertEquals(
                MARGIN, ask(11, "authorization", "bearer " + TestKeys.READER).body());
        assertEquals(MARGIN, ask(11, "x-api-key", TestKeys.READER).body());
        assertTrue(ask(11, "x-api-key", TestKeys.PLAIN).body().contains("\"margin\":null"));
    }

    @Test
    void tellsSubgraphsWhoTheClientIsAndNotItsKey() throws Exception {
        ask(12, "Authorization", "Bearer " + TestKeys.READER, "X-Subject", "admin", "lancang-client", "admin");

        SubgraphServer.Received asked = graph.trade().received().getLast();
        assertEquals("customs", asked.headers().getFirst("X-Subject"));
        assertEquals(List.of("customs"), asked.headers().get("lancang-client"));
        assertEquals(List.of("trade:margin"), asked.headers().get("lancang-scopes"));
        assertFalse(asked.headers().toString().contains("lck_"), "the key stays here");
        ask(12, "x-api-key", TestKeys.READER);
        assertFalse(
                graph.trade().received().getLast().headers().toString().contains("lck_"),
                "whichever header it comes in, and although both are forwarded");
    }

    @Test
    void letsNoClientSayThatItIsAnother() throws Exception {
        ask(
                12,
                "lancang-client",
                "customs",
                "lancang-roles",
                "admin",
                "lancang-gateway-token",
                "x",
                "lancang-scopes",
                "a");

        SubgraphServer.Received asked = graph.trade().received().getLast();
        for (String name : List.of("lancang-client", "lancang-roles", "lancang-gateway-token", "lancang-scopes")) {
            assertNull(asked.headers().get(name), name);
        }
    }

    @Test
    void refusesMoreThanOneKeyOrToken() throws Exception {
        refused(
                401,
                "KEY_AMBIGUOUS",
                ask(13, "x-api-key", TestKeys.READER, "Authorization", "Bearer " + TestKeys.READER));
        refused(401, "KEY_AMBIGUOUS", ask(13, "x-api-key", TestKeys.READER, "Authorization", "Bearer a.b.c"));
        refused(401, "KEY_AMBIGUOUS", ask(13, "x-api-key", TestKeys.READER, "x-api-key", TestKeys.PLAIN));
        HttpResponse<String> answer =
                ask(13, "Authorization", "Bearer " + TestKeys.READER, "Authorization", "Bearer a.b.c");
        refused(401, "KEY_AMBIGUOUS", answer);
        assertEquals("Bearer error=\"invalid_request\"", header(answer, "WWW-Authenticate"));
    }

    @Test
    void refusesWhatIsNoKeyAndDoesNotRepeatIt() throws Exception {
        for (String bad :
                List.of("lck_short", TestKeys.READER + "x", "sk_live_1234", TestKeys.READER.replace('c', '-'))) {
            HttpResponse<String> answer = ask(14, "x-api-key", bad);
            refused(401, "KEY_MALFORMED", answer);
            assertEquals("Bearer error=\"invalid_token\"", header(answer, "WWW-Authenticate"));
            assertFalse(answer.body().contains(bad), answer.body());
        }
        refused(401, "KEY_MALFORMED", ask(14, "Authorization", "Bearer lck_x"));
    }

    @Test
    void refusesAnExpiredKey() throws Exception {
        refused(401, "KEY_EXPIRED", ask(15, "x-api-key", TestKeys.EXPIRED));
    }

    @Test
    void leavesOtherCredentialsToSubgraphsAndTokensToTheirIssuers() throws Exception {
        ask(16, "Authorization", "Basic abc", "x-api-key", TestKeys.READER);
        assertEquals("Basic abc", graph.trade().received().getLast().headers().getFirst("Authorization"));
        refused(401, "UNAUTHENTICATED", ask(16, "Authorization", "Bearer a.b.c"));
    }

    @Test
    void takesKeysInAndOutWithTheFile() throws Exception {
        graph.keys().swap(TestKeys.without(TestKeys.READER));
        await().atMost(2, SECONDS)
                .untilAsserted(() -> assertEquals(
                        401, ask(nextAddress(), "x-api-key", TestKeys.READER).statusCode()));

        graph.keys().swap("{ broken");
        graph.keys().swap(TestKeys.all());
        await().atMost(2, SECONDS)
                .untilAsserted(() -> assertEquals(
                        200, ask(nextAddress(), "x-api-key", TestKeys.READER).statusCode()));
    }

    @Test
    void refusesAnAddressThatGuesses() throws Exception {
        for (int i = 0; i < 5; i++) {
            refused(401, "KEY_UNKNOWN", ask(18, "x-api-key", TestKeys.key("guess00" + i)));
        }
        HttpResponse<String> limited = ask(18, "x-api-key", TestKeys.key("guess009"));

        refused(429, "RATE_LIMITED", limited);
        assertEquals("30", header(limited, "Retry-After"));
        assertEquals(200, ask(18, "x-api-key", TestKeys.PLAIN).statusCode(), "a key that is known goes on");
        refused(401, "KEY_UNKNOWN", ask(19, "x-api-key", TestKeys.key("guess009")));
    }

    /** Two of a minute: one comes back each 30 s. */
    @Test
    void limitsRequestsAMinute() throws Exception {
        HttpResponse<String> first = ask(20, "x-api-key", TestKeys.SMALL);
        assertEquals("\"requests\";q=2;w=60", header(first, "RateLimit-Policy"));
        assertEquals("\"requests\";r=1;t=30", header(first, "RateLimit"));
        ask(20, "x-api-key", TestKeys.SMALL);

        HttpResponse<String> refused = ask(21, "x-api-key", TestKeys.SMALL);

        refused(429, "RATE_LIMITED", refused);
        assertEquals("\"requests\";q=2;w=60", header(refused, "RateLimit-Policy"));
        assertEquals("\"requests\";r=0;t=60", header(refused, "RateLimit"));
        int wait = Integer.parseInt(header(refused, "Retry-After"));
        assertTrue(wait > 15 && wait <= 30, () -> "seconds: " + wait);
        assertTrue(refused.body().contains("The plan \\\"small\\\" allows 2 requests a minute"), refused.body());
    }

    /** A partner is one object, which costs 1; that is all of the minute. */
    @Test
    void limitsCostAMinute() throws Exception {
        HttpResponse<String> first = ask(22, "x-api-key", TestKeys.CHEAP);
        assertEquals(200, first.statusCode(), first.body());
        assertEquals("\"cost\";q=1;w=60", header(first, "RateLimit-Policy"));
        assertEquals("\"cost\";r=0;t=60", header(first, "RateLimit"));

        HttpResponse<String> refused = ask(22, "x-api-key", TestKeys.CHEAP);
        refused(429, "RATE_LIMITED", refused);
        assertTrue(refused.body().contains("whose cost is estimated at 1"), refused.body());
    }

    @Test
    void countsRequestsThatComeToNothing() throws Exception {
        graph.keys().swap(TestKeys.withAnonymous(2));
        await().until(() -> header(ask(nextAddress()), "RateLimit").contains("r=1"));

        assertEquals("\"requests\";r=1;t=30", header(post(23, "{\"query\":\"{ nobody }\"}"), "RateLimit"));
        assertEquals("\"requests\";r=0;t=60", header(post(23, "{\"query\":\"{\"}"), "RateLimit"));
        refused(429, "RATE_LIMITED", post(23, "{\"query\":\"{ nobody }\"}"));
        assertEquals(200, ask(23, "x-api-key", TestKeys.PLAIN).statusCode(), "a client has limits of its own");
    }

    /** A document that nobody has sent before is not prepared, so that nothing is known of its cost. */
    @Test
    void countsRequestsOfWhichNothingIsPrepared() throws Exception {
        graph.keys().swap(TestKeys.withAnonymous(2));
        await().until(() -> header(ask(nextAddress()), "RateLimit").contains("r=1"));
        String unknown =
                "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + "0".repeat(64) + "\"}}}";

        assertEquals("\"requests\";r=1;t=30", header(post(29, unknown), "RateLimit"));
        assertEquals("\"requests\";r=0;t=60", header(post(29, unknown), "RateLimit"));
        refused(429, "RATE_LIMITED", post(29, unknown));
    }

    /** One of a minute. A request that its limit refuses was let in among those in work before. */
    @Test
    void keepsNoPlaceForARequestThatItsLimitRefuses() throws Exception {
        graph.keys().swap(TestKeys.withAnonymous(1));
        await().until(() -> header(ask(nextAddress()), "RateLimit").contains("r=0"));

        assertEquals(200, ask(28).statusCode());
        refused(429, "RATE_LIMITED", ask(28));
        refused(429, "RATE_LIMITED", ask(28));

        await().untilAsserted(() -> assertEquals(0, limits.requests().running()));
    }

    @Test
    void countsGuessesAgainstTheLimitOfTheAddress() throws Exception {
        graph.keys().swap(TestKeys.withAnonymous(2));
        await().until(() -> header(ask(nextAddress()), "RateLimit").contains("r=1"));

        refused(401, "KEY_UNKNOWN", ask(24, "x-api-key", TestKeys.key("guess011")));
        refused(401, "KEY_UNKNOWN", ask(24, "x-api-key", TestKeys.key("guess012")));
        refused(429, "RATE_LIMITED", ask(24));
        refused(429, "RATE_LIMITED", ask(24, "x-api-key", TestKeys.key("guess013")));
    }

    @Test
    void limitsRequestsAtTheSameTime() throws Exception {
        SubgraphServer.Answer usual = graph.trade().answer();
        graph.trade().answerWith(Answers.silence());
        try (HttpClient client = HttpClient.newHttpClient()) {
            Future<?> waiting = client.sendAsync(
                    request("{\"query\":\"" + QUERY + "\"}", "x-api-key", TestKeys.NARROW)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            await().until(() -> !graph.trade().received().isEmpty());

            HttpResponse<String> refused = ask(25, "x-api-key", TestKeys.NARROW);

            refused(429, "RATE_LIMITED", refused);
            assertTrue(refused.body().contains("1 requests at the same time"), refused.body());
            assertFalse(waiting.isDone());
            client.shutdownNow();
        } finally {
            graph.trade().answerWith(usual);
        }
        await().until(() -> ask(25, "x-api-key", TestKeys.NARROW).statusCode() == 200);
    }

    @Test
    void refusesOperationsOfAWebSocketWithoutClosingIt() throws Exception {
        graph.keys().swap(withSmall("socket00"));
        await().until(() ->
                ask(nextAddress(), "x-api-key", TestKeys.key("another0")).statusCode() == 200);
        try (GraphQLSocket socket = GraphQLSocket.open(vertx, gateway)) {
            socket.say(
                    "{\"type\":\"connection_init\",\"payload\":{\"x-api-key\":\"" + TestKeys.key("socket00") + "\"}}");
            socket.expect("connection_ack");
            for (String id : List.of("1", "2")) {
                socket.subscribe(id, QUERY);
                socket.expect("next");
                socket.expect("complete");
            }
            socket.subscribe("3", QUERY);

            JsonObject error = socket.expect("error").getJsonArray("payload").getJsonObject(0);
            assertEquals("RATE_LIMITED", error.getJsonObject("extensions").getString("code"));
            assertTrue(socket.isOpen());
        }
    }

    private static JsonObject withSmall(String prefix) {
        JsonObject all = TestKeys.all();
        for (String each : List.of(prefix, "another0")) {
            all.getJsonArray("keys")
                    .add(new JsonObject()
                            .put("hash", TestKeys.hash(TestKeys.key(each)))
                            .put("prefix", each)
                            .put("client", each)
                            .put("plan", each.equals(prefix) ? "small" : "free"));
        }
        return all;
    }

    @Test
    void closesAWebSocketWithABadKey() throws Exception {
        try (GraphQLSocket socket = GraphQLSocket.open(vertx, gateway)) {
            socket.say("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer lck_no\"}}");

            assertEquals(4403, socket.closeCode());
        }
    }

    @Test
    void limitsExportsAsRequests() throws Exception {
        graph.keys().swap(TestKeys.withAnonymous(1));
        await().until(() -> header(ask(nextAddress()), "RateLimit").contains("r=0"));
        URI export = gateway.resolve("/exports/trade/flows.csv");

        HttpResponse<String> first = send(26, HttpRequest.newBuilder(export).GET());
        assertEquals("\"requests\";r=0;t=60", header(first, "RateLimit"));
        refused(429, "RATE_LIMITED", send(26, HttpRequest.newBuilder(export).GET()));
        refused(401, "KEY_MALFORMED", send(27, HttpRequest.newBuilder(export).header("x-api-key", "no")));
    }

    /** One that no limit has met. */
    private static int nextAddress() {
        return ADDRESSES.getAndIncrement();
    }

    private HttpResponse<String> ask(int address, String... headers) throws Exception {
        return post(address, "{\"query\":\"" + QUERY + "\"}", headers);
    }

    private HttpResponse<String> post(int address, String body, String... headers) throws Exception {
        return send(address, request(body, headers));
    }

    private HttpRequest.Builder request(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway)
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static HttpResponse<String> send(int address, HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName("127.0." + (1 + address / 250) + "." + (1 + address % 250)))
                .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                code,
                new JsonObject(answer.body())
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getJsonObject("extensions")
                        .getString("code"));
    }
}
