package io.lancang.gateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphRequest;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.subscription.ConnectionInit;
import io.lancang.gateway.config.subscription.StreamProtocol;
import io.lancang.gateway.config.subscription.StreamSharing;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.server.StreamServer;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.StreamListener;
import io.lancang.gateway.subgraph.Uncounted;
import io.lancang.gateway.subgraph.endpoint.StreamSettings;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.HeaderForwarding;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions whose events come by callbacks, and callbacks of those who mean no good, over real HTTP. */
final class CallbackStreamsTest {
    private static final String QUERY = "{\"query\":\"subscription { arrived }\"}";

    private final Vertx vertx = Vertx.vertx();
    private final StreamServer subgraph = new StreamServer();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<CallbackOutcome> outcomes = new ConcurrentLinkedQueue<>();
    /** What the gateway says in {@code extensions.subscription}, of each subscription. */
    private final BlockingQueue<JsonObject> asked = new LinkedBlockingQueue<>();

    private final BlockingQueue<MultiMap> headers = new LinkedBlockingQueue<>();
    private Duration idle = Duration.ofSeconds(60);
    private @Nullable HttpServer server;
    private @Nullable Callbacks callbacks;
    private @Nullable HttpSubgraphClient client;

    @BeforeEach
    void listen() throws Exception {
        Router router = Router.router(vertx);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
        callbacks = new Callbacks(URI.create("http://127.0.0.1:" + server.actualPort() + "/callback"));
        CallbackRoute.register(router, new CallbackHandler(vertx, callbacks, /* maximum= */ 8_192, outcomes::add));
        subgraph.onRequest(this::acceptAfterACheck);
    }

    @AfterEach
    void close() throws Exception {
        if (client != null) {
            client.close();
        }
        subgraph.close();
        // Not for answers that never come.
        http.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void tellsTheSubgraphWhereToSendEventsAndHandsThemOnAsTheyStand() throws Exception {
        StreamListener listener = subscribe(Long.MAX_VALUE);
        JsonObject address = address();
        assertEquals(
                "application/json;callbackSpec=1.0, application/json",
                headers.take().get("Accept"));
        assertEquals(30_000, address.getInteger("heartbeatIntervalMs"));
        assertTrue(address.getString("callbackUrl").endsWith("/" + address.getString("subscriptionId")));

        assertEquals(204, send(message(address, "next").put("payload", new JsonObject("{\"data\":{\"n\":1}}"))));
        assertEquals("{\"data\":{\"n\":1}}", listener.event());
        assertEquals(204, send(message(address, "check")));
        assertEquals(204, send(message(address, "complete")));

        assertEquals("completed", listener.end());
        assertEquals(404, send(message(address, "check")));
    }

    @Test
    void answersACheckWithTheVersionOfTheProtocol() throws Exception {
        subscribe(Long.MAX_VALUE);

        JsonObject address = address();
        HttpResponse<String> answer = post(address, message(address, "check").encode());

        assertEquals(204, answer.statusCode());
        assertEquals(
                "callback/1.0",
                answer.headers().firstValue("subscription-protocol").orElse(""));
    }

    /** Each has one of the places, and some of the bytes, only until it is answered. */
    @Test
    void takesMoreMessagesOneAfterTheOtherThanAtATime() throws Exception {
        subscribe(Long.MAX_VALUE);
        JsonObject check = message(address(), "check");

        for (int message = 1; message <= CallbackHandler.AT_ONCE + 1; message++) {
            assertEquals(204, send(check), "message " + message);
        }
    }

    @Test
    void handsOnTheErrorsWithWhichTheSubscriptionEnds() throws Exception {
        StreamListener listener = subscribe(Long.MAX_VALUE);

        send(message(address(), "complete").put("errors", new JsonArray("[{\"message\":\"the line is closed\"}]")));

        assertEquals("{\"errors\":[{\"message\":\"the line is closed\"}]}", listener.event());
        assertEquals("completed", listener.end());
    }

    @Test
    void tellsTheSubgraphThatTheClientHasLeft() throws Exception {
        StreamListener listener = subscribe(Long.MAX_VALUE);
        JsonObject address = address();
        listener.cancel();

        await("the end of the subscription").until(() -> send(message(address, "check")) == 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FORBIDDEN | 403 | {'verifier':'guessed'}",
                "MALFORMED | 400 | {'kind':'query'}",
                "MALFORMED | 400 | {'action':'stop'}",
                "MALFORMED | 400 | {'id':'of another'}",
                "MALFORMED | 400 | {'payload':[]}",
                "MALFORMED | 400 | {'payload':null}",
                "TOO_LARGE | 413 | {'payload':{'data':'LARGE'}}",
            })
    void refusesWhatIsNoMessageOfTheSubgraphAndGoesOn(CallbackOutcome outcome, int status, String changes)
            throws Exception {
        StreamListener listener = subscribe(Long.MAX_VALUE);
        JsonObject address = address();
        JsonObject message = message(address, "next")
                .put("payload", new JsonObject("{\"data\":{\"n\":0}}"))
                .mergeIn(new JsonObject(changes.replace('\'', '"').replace("LARGE", "x".repeat(9_000))));

        assertEquals(status, send(message));

        assertTrue(outcomes.contains(outcome), outcomes.toString());
        assertEquals(204, send(message(address, "next").put("payload", new JsonObject("{\"data\":{\"n\":1}}"))));
        assertEquals("{\"data\":{\"n\":1}}", listener.event());
        assertTrue(listener.isQuiet());
    }

    @Test
    void readsNothingForASubscriptionThatItDoesNotKnow() throws Exception {
        subscribe(Long.MAX_VALUE);
        JsonObject address = address();
        String url = address.getString("callbackUrl");
        address.put("callbackUrl", url.substring(0, url.length() - 1) + (url.endsWith("A") ? "B" : "A"));

        // Far longer than a message may be: whether it is, is not even looked at.
        HttpResponse<String> answer = post(address, "x".repeat(100_000));

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("NOT_FOUND"), answer.body());
    }

    @Test
    void answersAMessageOnlyWhenTheClientHasReadAndGivesUpASubgraphThatDoesNotWaitForIt() throws Exception {
        StreamListener listener = subscribe(/* wanted= */ 1);
        JsonObject address = address();
        // One for the client, eight that may wait in its stream.
        for (int event = 0; event < 9; event++) {
            assertEquals(204, send(event(address, event)));
        }
        CompletableFuture<Integer> tenth = sendLater(event(address, 9));
        assertTrue(!tenth.isDone());
        listener.want(9);
        assertEquals(204, tenth.get(10, SECONDS));
        for (int event = 0; event < 10; event++) {
            assertEquals("{\"data\":{\"n\":" + event + "}}", listener.event());
        }

        List<CompletableFuture<Integer>> flood = new ArrayList<>();
        for (int event = 10; event < 40; event++) {
            flood.add(sendLater(event(address, event)));
        }
        await("too many").until(() -> outcomes.contains(CallbackOutcome.TOO_MANY));
        listener.want(100);

        assertTrue(listener.end().startsWith("LIMIT_EXCEEDED"), listener.end());
        for (CompletableFuture<Integer> each : flood) {
            // Taken in, refused as one too many, or late: nobody waits for ever.
            assertTrue(List.of(204, 404, 429).contains(each.get(10, SECONDS)));
        }
    }

    @Test
    void givesUpASubgraphThatTakesTheRequestForAnOrdinaryOne() throws Exception {
        subgraph.onRequest(request -> answer(request, 200, "{\"data\":{\"arrived\":1}}"));

        assertTrue(subscribe(1).end().contains("without a check of the callback"));
    }

    @Test
    void handsOnTheErrorsWithWhichASubgraphRefuses() throws Exception {
        subgraph.onRequest(request -> answer(request, 400, "{\"errors\":[{\"message\":\"no callbacks here\"}]}"));

        StreamListener listener = subscribe(1);

        assertEquals("{\"errors\":[{\"message\":\"no callbacks here\"}]}", listener.event());
        assertEquals("completed", listener.end());
    }

    @Test
    void namesTheStatusWithWhichASubgraphRefuses() throws Exception {
        subgraph.onRequest(request -> answer(request, 502, "<html>"));

        String end = subscribe(1).end();

        assertTrue(end.startsWith("SUBGRAPH_UNAVAILABLE") && end.contains("502"), end);
    }

    @Test
    void givesUpASubgraphThatShowsNoMoreThatItIsThere() throws Exception {
        idle = Duration.ofMillis(200);

        String end = subscribe(1).end();

        assertTrue(end.startsWith("SUBGRAPH_UNAVAILABLE") && end.contains("was silent"), end);
    }

    private void acceptAfterACheck(HttpServerRequest request) {
        headers.add(MultiMap.caseInsensitiveMultiMap().addAll(request.headers()));
        request.bodyHandler(body -> {
            JsonObject address = body.toJsonObject().getJsonObject("extensions").getJsonObject("subscription");
            var _ = sendLater(message(address, "check")).thenAccept(status -> {
                assertEquals(204, status);
                answer(request, 200, "{\"data\":null}");
                asked.add(address);
            });
        });
    }

    private static void answer(HttpServerRequest request, int status, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }

    /** What the subgraph was told of the next subscription. */
    private JsonObject address() throws InterruptedException {
        JsonObject found = asked.poll(10, SECONDS);
        if (found == null) {
            throw new AssertionError("the subgraph was not asked");
        }
        return found;
    }

    private StreamListener subscribe(long wanted) {
        var traffic = TestConfig.with(Map.of()).traffic();
        StreamSettings settings = new StreamSettings(
                StreamProtocol.CALLBACK,
                /* path= */ null,
                ConnectionInit.EMPTY,
                idle,
                100,
                16,
                StreamSharing.NEVER,
                256);
        HttpSubgraphClient created = new HttpSubgraphClient(
                vertx,
                List.of(new SubgraphTarget("trains", subgraph.url(), traffic.timeout(), settings)),
                traffic,
                SubgraphTls.DEFAULT,
                TestConfig.noMask(),
                name -> new Uncounted(),
                Objects.requireNonNull(callbacks));
        client = created;
        StreamListener listener = new StreamListener(wanted);
        ClientRequest request = new ClientRequest(
                new HeaderForwarding(List.of("authorization")).toSubgraphs(MultiMap.caseInsensitiveMultiMap()),
                Deadline.in(Duration.ofSeconds(30), System::nanoTime));
        created.subscribe(new SubgraphRequest<>("trains", QUERY.getBytes(UTF_8), request))
                .subscribe(listener);
        return listener;
    }

    private static JsonObject message(JsonObject address, String action) {
        return new JsonObject()
                .put("kind", "subscription")
                .put("action", action)
                .put("id", address.getString("subscriptionId"))
                .put("verifier", address.getString("verifier"))
                .put(":url", address.getString("callbackUrl"));
    }

    private static JsonObject event(JsonObject address, int number) {
        return message(address, "next").put("payload", new JsonObject("{\"data\":{\"n\":" + number + "}}"));
    }

    private int send(JsonObject message) throws IOException, InterruptedException {
        return http.send(request(message.getString(":url"), message.encode()), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private CompletableFuture<Integer> sendLater(JsonObject message) {
        return http.sendAsync(
                        request(message.getString(":url"), message.encode()), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }

    private HttpResponse<String> post(JsonObject address, String body) throws IOException, InterruptedException {
        return http.send(request(address.getString("callbackUrl"), body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .version(HttpClient.Version.HTTP_1_1)
                .header("subscription-protocol", "callback/1.0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
