package io.lancang.gateway.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.traffic.TrafficConfig;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.HeaderForwarding;
import io.lancang.gateway.telemetry.ResilienceEvent;
import io.lancang.gateway.telemetry.ResilienceGauges;
import io.lancang.gateway.telemetry.SubgraphMeter;
import io.lancang.gateway.telemetry.SubgraphOutcome;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpSubgraphClientTest {
    private static final String QUERY = "{\"query\":\"{ partner }\"}";
    private static final String ANSWER = "{\"data\":{\"partner\":\"LAO\"}}";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final BlockingQueue<SubgraphOutcome> outcomes = new LinkedBlockingQueue<>();
    private @Nullable HttpSubgraphClient client;

    @AfterEach
    void close() throws Exception {
        if (client != null) {
            client.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void postsTheBodyAndGivesBackTheAnswer() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.json(ANSWER))) {
            assertEquals(ANSWER, text(ask(subgraph.url(), Map.of())));

            SubgraphServer.Received received = subgraph.received().getFirst();
            assertEquals("POST", received.method());
            assertEquals(subgraph.url().getRawQuery(), received.uri().getRawQuery());
            assertEquals(QUERY, received.body());
            assertEquals("application/json", received.headers().getFirst("Content-Type"));
            assertEquals(SubgraphOutcome.ANSWERED, outcome());
        }
    }

    @Test
    void forwardsTheHeadersThatAreConfiguredAndNoOther() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.json(ANSWER))) {
            MultiMap sent = MultiMap.caseInsensitiveMultiMap()
                    .add("Authorization", "Bearer a")
                    .add("X-Tenant", "a")
                    .add("x-tenant", "b")
                    .add("Cookie", "secret");
            HeaderForwarding forwarding = new HeaderForwarding(List.of("authorization", "X-TENANT"));

            ClientRequest client = new ClientRequest(forwarding.toSubgraphs(sent), deadline(LONG));
            assertEquals(ANSWER, text(ask(subgraph.url(), Map.of(), client).get(10, SECONDS)));

            var headers = subgraph.received().getFirst().headers();
            assertEquals(List.of("Bearer a"), headers.get("Authorization"));
            assertEquals(List.of("a", "b"), headers.get("X-Tenant"));
            assertFalse(headers.containsKey("Cookie"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 422, 500})
    void takesAGraphQLResponseWithAnyStatus(int status) throws Exception {
        String errors = "{\"errors\":[{\"message\":\"no\"}]}";
        try (SubgraphServer subgraph =
                new SubgraphServer(Answers.of(status, "application/graphql-response+json", errors))) {
            assertEquals(errors, text(ask(subgraph.url(), Map.of())));
        }
    }

    @Test
    void takesJsonInWhateverCaseItsContentTypeIsWritten() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.of(200, "Application/JSON; Charset=UTF-8", ANSWER))) {
            assertEquals(ANSWER, text(ask(subgraph.url(), Map.of())));
        }
    }

    @Test
    void namesTheStatusOfWhatIsNoGraphQLResponse() throws Exception {
        try (SubgraphServer subgraph =
                new SubgraphServer(Answers.of(500, "application/json", "{\"status\":500,\"error\":\"x\"}"))) {
            SubgraphException failure = failure(subgraph.url(), Map.of());

            assertEquals(ErrorCode.SUBGRAPH_UNAVAILABLE, failure.code());
            assertTrue(
                    message(failure).startsWith("Subgraph \"trade\" answered with HTTP status 500"), message(failure));
        }
    }

    @Test
    void refusesHtml() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.of(200, "text/html", "<html></html>"))) {
            SubgraphException failure = failure(subgraph.url(), Map.of());

            assertEquals(ErrorCode.SUBGRAPH_UNAVAILABLE, failure.code());
            assertTrue(message(failure).contains("content type \"text/html\""), message(failure));
        }
    }

    @Test
    void namesTheSubgraphButNotTheHostThatIsDown() throws Exception {
        URI down;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            down = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/graphql");
        }

        SubgraphException failure = failure(down, Map.of());

        assertEquals(ErrorCode.SUBGRAPH_UNAVAILABLE, failure.code());
        assertTrue(message(failure).startsWith("Subgraph \"trade\" could not be reached"), message(failure));
        assertFalse(message(failure).contains("127.0.0.1"), message(failure));
        assertEquals(SubgraphOutcome.UNAVAILABLE, outcome());
    }

    @Test
    void failsWhenTheConnectionBreaksInTheMiddleOfAnAnswer() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.half(ANSWER))) {
            SubgraphException failure = failure(subgraph.url(), Map.of());

            assertEquals(ErrorCode.SUBGRAPH_UNAVAILABLE, failure.code());
            assertTrue(message(failure).contains("before its answer was complete"), message(failure));
        }
    }

    @Test
    void waitsNoLongerThanItsTimeout() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.silence())) {
            SubgraphException failure = failure(subgraph.url(), Map.of("traffic.timeout", "150ms"));

            assertEquals(ErrorCode.TIMEOUT, failure.code());
            assertTrue(message(failure).contains("within 150 ms"), message(failure));
            assertEquals(SubgraphOutcome.TIMEOUT, outcome());
        }
    }

    @Test
    void givesUpAnAnswerThatDripsAndItsConnection() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        try (SubgraphServer subgraph = new SubgraphServer(Answers.drip(left))) {
            SubgraphException failure = failure(subgraph.url(), Map.of("traffic.timeout", "150ms"));

            assertEquals(ErrorCode.TIMEOUT, failure.code());
            assertTrue(message(failure).contains("within 150 ms"), message(failure));
            assertEquals(SubgraphOutcome.TIMEOUT, outcome());
            assertTrue(left.await(10, SECONDS), "the connection stays open");
        }
    }

    @Test
    void asksAgainOnTheOnlyConnectionAfterAnswersThatHungOrDripped() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.silence())) {
            HttpSubgraphClient same =
                    client(subgraph.url(), Map.of("traffic.timeout", "500ms", "traffic.connections", "1"));
            Context eventLoop = vertx.getOrCreateContext();

            assertEquals(ErrorCode.TIMEOUT, failure(ask(same, eventLoop)).code());
            subgraph.answerWith(Answers.drip(new CountDownLatch(1)));
            assertEquals(ErrorCode.TIMEOUT, failure(ask(same, eventLoop)).code());
            subgraph.answerWith(Answers.json(ANSWER));
            assertEquals(ANSWER, text(ask(same, eventLoop).get(10, SECONDS)));
        }
    }

    @Test
    void waitsNoLongerThanTheClientsDeadline() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.silence())) {
            ClientRequest hurried = clientRequest(Duration.ofMillis(150));

            assertEquals(
                    ErrorCode.TIMEOUT,
                    failure(ask(subgraph.url(), Map.of("traffic.timeout", "60s"), hurried))
                            .code());
        }
    }

    @Test
    void asksNobodyOnceTheDeadlineHasPassed() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.json(ANSWER))) {
            ClientRequest late = clientRequest(Duration.ZERO);

            assertEquals(
                    ErrorCode.TIMEOUT,
                    failure(ask(subgraph.url(), Map.of(), late)).code());
            assertTrue(subgraph.received().isEmpty());
        }
    }

    @Test
    void stopsReadingAnAnswerWithoutEnd() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.endless())) {
            SubgraphException failure = failure(subgraph.url(), Map.of("traffic.max-response-size", "1M"));

            assertEquals(ErrorCode.LIMIT_EXCEEDED, failure.code());
            assertTrue(message(failure).contains("more than 1048576 bytes"), message(failure));
            assertEquals(SubgraphOutcome.TOO_LARGE, outcome());
        }
    }

    @Test
    void stopsAskingForAClientThatLeft() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.silence())) {
            ClientRequest leaving = clientRequest(LONG);
            CompletableFuture<SubgraphException> ended = new CompletableFuture<>();
            vertx.getOrCreateContext().runOnContext(ignored -> {
                send(subgraph.url(), Map.of(), leaving).whenComplete((answer, failure) -> {
                    ended.complete(assertInstanceOf(SubgraphException.class, failure));
                });
                leaving.abandon();
            });

            assertEquals(ErrorCode.SUBGRAPH_UNAVAILABLE, ended.get(10, SECONDS).code());
            assertEquals(SubgraphOutcome.ABANDONED, outcome());
            assertTrue(leaving.isAbandoned());
        }
    }

    @Test
    void usesAConnectionAgain() throws Exception {
        try (SubgraphServer subgraph = new SubgraphServer(Answers.json(ANSWER))) {
            HttpSubgraphClient same = client(subgraph.url(), Map.of());
            Context eventLoop = vertx.getOrCreateContext();
            for (int i = 0; i < 2; i++) {
                assertEquals(ANSWER, text(ask(same, eventLoop).get(10, SECONDS)));
            }

            assertEquals(2, subgraph.received().size());
            assertEquals(
                    1,
                    subgraph.received().stream()
                            .map(SubgraphServer.Received::port)
                            .distinct()
                            .count());
        }
    }

    /** Asks on one event loop, which has its own connections. */
    private static CompletableFuture<SubgraphResponse> ask(HttpSubgraphClient client, Context eventLoop) {
        CompletableFuture<SubgraphResponse> answered = new CompletableFuture<>();
        eventLoop.runOnContext(ignored -> client.send(request(clientRequest(LONG)))
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        answered.complete(answer);
                    } else {
                        answered.completeExceptionally(failure);
                    }
                }));
        return answered;
    }

    private SubgraphResponse ask(URI url, Map<String, String> config) throws Exception {
        return ask(url, config, clientRequest(LONG)).get(10, SECONDS);
    }

    private CompletableFuture<SubgraphResponse> ask(URI url, Map<String, String> config, ClientRequest request) {
        CompletableFuture<SubgraphResponse> answer = send(url, config, request).toCompletableFuture();
        answer.handle((response, failure) -> "done").orTimeout(10, SECONDS).join();
        return answer;
    }

    private CompletionStage<SubgraphResponse> send(URI url, Map<String, String> config, ClientRequest request) {
        return client(url, config).send(request(request));
    }

    private HttpSubgraphClient client(URI url, Map<String, String> config) {
        Map<String, String> keys = new HashMap<>(TestConfig.withoutResilience());
        keys.putAll(config);
        TrafficConfig traffic = TestConfig.with(keys).traffic();
        SubgraphTarget target = new SubgraphTarget("trade", url, traffic.timeout(), TestConfig.streams());
        HttpSubgraphClient created = new HttpSubgraphClient(
                vertx, List.of(target), traffic, SubgraphTls.DEFAULT, TestConfig.noMask(), name -> new OutcomesOnly());
        client = created;
        return created;
    }

    /** Remembers how requests ended. */
    private final class OutcomesOnly implements SubgraphMeter {
        @Override
        public void request(SubgraphOutcome outcome, long nanos) {
            outcomes.add(outcome);
        }

        @Override
        public void deduplicated() {}

        @Override
        public void resilience(ResilienceEvent event) {}

        @Override
        public void watch(ResilienceGauges gauges) {}

        @Override
        public void streamJoined() {}

        @Override
        public void streamLeftBehind() {}

        @Override
        public void streamOpened() {}

        @Override
        public void event() {}

        @Override
        public void streamClosed() {}
    }

    private SubgraphException failure(URI url, Map<String, String> config) {
        return failure(ask(url, config, clientRequest(LONG)));
    }

    private static SubgraphException failure(CompletableFuture<SubgraphResponse> answer) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS));
        return assertInstanceOf(SubgraphException.class, thrown.getCause());
    }

    private SubgraphOutcome outcome() throws InterruptedException {
        SubgraphOutcome outcome = outcomes.poll(10, SECONDS);
        if (outcome == null) {
            throw new AssertionError("no request was counted");
        }
        return outcome;
    }

    private static SubgraphRequest<ClientRequest> request(ClientRequest client) {
        return new SubgraphRequest<>("trade", QUERY.getBytes(UTF_8), client);
    }

    private static ClientRequest clientRequest(Duration time) {
        HeaderForwarding forwarding = new HeaderForwarding(List.of("authorization"));
        return new ClientRequest(forwarding.toSubgraphs(MultiMap.caseInsensitiveMultiMap()), deadline(time));
    }

    private static Deadline deadline(Duration time) {
        return Deadline.in(time, System::nanoTime);
    }

    private static String text(SubgraphResponse response) {
        return new String(response.body(), UTF_8);
    }

    private static String message(SubgraphException failure) {
        String message = failure.getMessage();
        return message == null ? "" : message;
    }
}
