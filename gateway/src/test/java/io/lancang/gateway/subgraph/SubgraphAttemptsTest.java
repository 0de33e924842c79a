package io.lancang.gateway.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.PlanStep;
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
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.lancang.gateway.telemetry.trace.TestTraces;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubgraphAttemptsTest {
    private static final String ANSWER = "{\"data\":{\"partner\":{\"code\":\"LAO\"}}}";
    private static final String RETRY = "traffic.resilience.retry.";
    private static final SubgraphServer.Answer DATA = Answers.json(ANSWER);
    private static final SubgraphServer.Answer AWAY = Answers.of(503, "text/plain", "away");

    private final Vertx vertx = Vertx.vertx();
    private OperationTrace trace = TestTraces.silent();
    private @Nullable HttpSubgraphClient client;

    @AfterEach
    void close() throws Exception {
        if (client != null) {
            client.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void sendsAQueryAgainAfterAStatusThatPasses(int status) throws Exception {
        try (SubgraphServer subgraph = answering(Answers.of(status, "text/plain", "away"), DATA)) {
            assertEquals(ANSWER, text(query(subgraph, Map.of())));
            assertEquals(2, subgraph.received().size());
        }
    }

    @Test
    void sendsAQueryAgainAfterAClosedConnectionAndAfterHalfAnAnswer() throws Exception {
        try (SubgraphServer subgraph = answering(Answers.hangUp(), Answers.half("{\"data\":"), DATA)) {
            assertEquals(ANSWER, text(query(subgraph, Map.of())));
            assertEquals(3, subgraph.received().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 429, 500})
    void sendsNothingAgainAfterAnotherStatus(int status) throws Exception {
        try (SubgraphServer subgraph = answering(Answers.of(status, "text/plain", "no"), DATA)) {
            assertFailure(query(subgraph, Map.of()));
            assertEquals(1, subgraph.received().size());
        }
    }

    @Test
    void sendsAQueryAgainAfterAConfiguredStatus() throws Exception {
        try (SubgraphServer subgraph = answering(Answers.of(500, "text/plain", "no"), DATA)) {
            assertEquals(ANSWER, text(query(subgraph, Map.of(RETRY + "statuses", "500"))));
        }
    }

    @Test
    void writesDownEachAttempt() throws Exception {
        try (SubgraphServer subgraph = answering(AWAY, DATA)) {
            query(subgraph, Map.of()).get(10, SECONDS);

            List<Map<String, @Nullable Object>> attempts = TestTraces.attempts(trace);
            assertEquals(2, attempts.size());
            assertEquals("unavailable", attempts.get(0).get("outcome"));
            assertEquals("answered", attempts.get(1).get("outcome"));
            assertEquals(200, attempts.get(1).get("status"));
            assertEquals(ANSWER.length(), attempts.get(1).get("bytes"));
        }
    }

    @Test
    void sendsNoMutationAgain() throws Exception {
        try (SubgraphServer subgraph = answering(AWAY, DATA)) {
            assertFailure(send(subgraph, Map.of(), /* changes= */ true));
            assertEquals(1, subgraph.received().size());
        }
        try (SubgraphServer subgraph = answering(Answers.hangUp(), DATA)) {
            assertFailure(send(subgraph, Map.of(), /* changes= */ true));
            assertEquals(1, subgraph.received().size());
        }
    }

    @Test
    void givesUpAfterTheMostAttempts() throws Exception {
        try (SubgraphServer subgraph = answering(AWAY, AWAY, AWAY, DATA)) {
            assertFailure(query(subgraph, Map.of(RETRY + "max-attempts", "3")));
            assertEquals(3, subgraph.received().size());
        }
    }

    @Test
    void givesTheLastErrorsOfASubgraphThatSaysThemWithAStatusThatPasses() throws Exception {
        String errors = "{\"errors\":[{\"message\":\"no database\"}]}";
        try (SubgraphServer subgraph = answering(Answers.of(503, "application/json", errors))) {
            assertEquals(errors, text(query(subgraph, Map.of(RETRY + "max-attempts", "2"))));
            assertEquals(2, subgraph.received().size());
        }
    }

    @Test
    void waitsAsLongAsTheSubgraphAsks() throws Exception {
        SubgraphServer.Answer later = Answers.with(Map.of("Retry-After", "1"), AWAY);
        try (SubgraphServer subgraph = answering(later, DATA)) {
            long begin = System.nanoTime();
            assertEquals(ANSWER, text(query(subgraph, Map.of())));
            assertTrue(System.nanoTime() - begin >= 1_000_000_000L);
        }
    }

    @Test
    void doesNotWaitForLongerThanAnOutageIsBridged() throws Exception {
        SubgraphServer.Answer tomorrow = Answers.with(Map.of("Retry-After", "86400"), AWAY);
        try (SubgraphServer subgraph = answering(tomorrow, DATA)) {
            assertFailure(query(subgraph, Map.of()));
            assertEquals(1, subgraph.received().size());
        }
    }

    @Test
    void sendsAQueryAgainWhoseAnswerDoesNotBegin() throws Exception {
        try (SubgraphServer subgraph = answering(Answers.silence(), DATA)) {
            assertEquals(ANSWER, text(query(subgraph, Map.of("traffic.resilience.first-byte-timeout", "200ms"))));
        }
    }

    @Test
    void givesTheAnswerToWhatWasSentASecondTimeAndLeavesTheFirst() throws Exception {
        SubgraphServer.Answer[] script = new SubgraphServer.Answer[66];
        Arrays.fill(script, DATA);
        script[64] = Answers.silence();
        try (SubgraphServer subgraph = answering(script)) {
            // Enough to know what is usual.
            for (int i = 0; i < 64; i++) {
                query(subgraph, Map.of()).get(10, SECONDS);
            }
            assertEquals(ANSWER, text(query(subgraph, Map.of())));
            assertEquals(66, subgraph.received().size());
            // Of the last query; the one that was sent first has been given up.
            List<Map<String, @Nullable Object>> attempts = TestTraces.attempts(trace);
            assertEquals("given_up", attempts.get(0).get("outcome"));
            assertEquals(true, attempts.get(1).get("hedge"));
            assertEquals("answered", attempts.get(1).get("outcome"));
        }
    }

    @Test
    void sendsAThirdTimeWhereTheSecondFails() throws Exception {
        SubgraphServer.Answer[] script = new SubgraphServer.Answer[67];
        Arrays.fill(script, DATA);
        script[64] = Answers.silence();
        script[65] = AWAY;
        try (SubgraphServer subgraph = answering(script)) {
            for (int i = 0; i < 64; i++) {
                query(subgraph, Map.of()).get(10, SECONDS);
            }
            assertEquals(ANSWER, text(query(subgraph, Map.of())));
            List<Map<String, @Nullable Object>> attempts = TestTraces.attempts(trace);
            assertEquals(
                    List.of("given_up", "unavailable", "answered"),
                    attempts.stream().map(attempt -> attempt.get("outcome")).toList());
            assertEquals(
                    Arrays.asList(null, true, true),
                    attempts.stream().map(attempt -> attempt.get("hedge")).toList());
        }
    }

    @Test
    void tellsASubgraphHowLongItsAnswerIsWaitedFor() throws Exception {
        try (SubgraphServer subgraph = answering(DATA)) {
            query(subgraph, Map.of("traffic.timeout", "4s")).get(10, SECONDS);
            long millis =
                    Long.parseLong(subgraph.received().getFirst().headers().getFirst("lancang-deadline-ms"));
            assertTrue(millis > 0 && millis <= 4_000, () -> millis + " ms");
        }
    }

    @Test
    void failsAtOnceWhatTheBulkheadHasNoRoomFor() throws Exception {
        Map<String, String> one = Map.of(
                "traffic.resilience.bulkhead.max-concurrent", "1",
                "traffic.resilience.bulkhead.max-waiting", "1",
                "traffic.resilience.bulkhead.patience", "200ms");
        try (SubgraphServer subgraph = answering(Answers.silence())) {
            CompletableFuture<SubgraphResponse> first = query(subgraph, one);
            await().until(() -> subgraph.received().size() == 1);
            CompletableFuture<SubgraphResponse> second = query(subgraph, one);

            SubgraphException failure = assertFailure(query(subgraph, one));

            assertTrue(String.valueOf(failure.getMessage()).contains("as many requests as it may get"));
            assertFailure(second);
            assertEquals(1, subgraph.received().size());
            assertTrue(!first.isDone());
        }
    }

    /** Gives these answers in turn, and the last one ever after. */
    private static SubgraphServer answering(SubgraphServer.Answer... script) throws Exception {
        Queue<SubgraphServer.Answer> left = new ArrayDeque<>(List.of(script));
        return new SubgraphServer((request, exchange, closed) -> {
            SubgraphServer.Answer next;
            synchronized (left) {
                next = left.size() > 1 ? left.remove() : left.element();
            }
            next.to(request, exchange, closed);
        });
    }

    private CompletableFuture<SubgraphResponse> query(SubgraphServer subgraph, Map<String, String> keys) {
        return send(subgraph, keys, /* changes= */ false);
    }

    private CompletableFuture<SubgraphResponse> send(
            SubgraphServer subgraph, Map<String, String> keys, boolean changes) {
        HttpSubgraphClient used = client;
        if (used == null || changes) {
            TrafficConfig traffic = TestConfig.with(keys).traffic();
            SubgraphTarget target =
                    new SubgraphTarget("trade", subgraph.url(), traffic.timeout(), TestConfig.streams());
            used = new HttpSubgraphClient(
                    vertx, List.of(target), traffic, SubgraphTls.DEFAULT, TestConfig.noMask(), name -> new Uncounted());
            client = used;
        }
        ClientRequest request = new ClientRequest(
                new HeaderForwarding(List.of()).toSubgraphs(MultiMap.caseInsensitiveMultiMap()),
                Deadline.in(Duration.ofSeconds(20), System::nanoTime));
        byte[] body = "{\"query\":\"{ x }\"}".getBytes(UTF_8);
        trace = TestTraces.silent();
        request.notes().trace(trace);
        return new TracedSubgraphClient(used)
                .send(new SubgraphRequest<>(
                        "trade", body, request, /* parts= */ null, changes, new PlanStep(0, 0), /* entities= */ 0))
                .toCompletableFuture();
    }

    private static String text(CompletableFuture<SubgraphResponse> answer) throws Exception {
        return new String(answer.get(10, SECONDS).body(), UTF_8);
    }

    private static SubgraphException assertFailure(CompletableFuture<SubgraphResponse> answer) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS));
        SubgraphException failure = assertInstanceOf(SubgraphException.class, thrown.getCause());
        assertTrue(
                failure.code() == ErrorCode.SUBGRAPH_UNAVAILABLE || failure.code() == ErrorCode.UNAUTHENTICATED,
                () -> failure.code().toString());
        return failure;
    }
}
