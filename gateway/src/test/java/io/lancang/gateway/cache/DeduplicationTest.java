package io.lancang.gateway.cache;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.subgraph.request.ClientRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Equal queries in flight, where nothing is cached: each is held at the subgraph until others have had time to join it. */
final class DeduplicationTest {
    private static final String LAOS = "{ partner(code: \"LAO\") { name } }";
    private static final String LAOS_ANSWER = "{\"data\":{\"partner\":{\"name\":\"Laos\"}}}";
    private static final String RENAME = "mutation { rename(code: \"LAO\", name: \"Laos\") { name } }";

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private CachedEngine engine;

    @BeforeEach
    void start() throws IOException {
        engine = engine(Map.of());
    }

    private CachedEngine engine(Map<String, String> keys) throws IOException {
        Map<String, String> all = new HashMap<>(keys);
        all.put("cache.enabled", "false");
        CachedEngine created = new CachedEngine(all);
        created.trade.answerWith(held("Laos"));
        return created;
    }

    private SubgraphServer.Answer held(String name) {
        return held(name, Map.of());
    }

    private SubgraphServer.Answer held(String name, Map<String, String> headers) {
        return (request, exchange, closed) -> {
            arrived.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Answers.with(headers, CachedEngine.tradeAnswers(name)).to(request, exchange, closed);
        };
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private CompletableFuture<String> begin(String query, Map<String, String> headers) {
        return engine.begin(query, engine.client(headers));
    }

    @Test
    void sendsEqualQueriesInFlightOnceAndLaterOnesAgain() throws Exception {
        CompletableFuture<String> first = begin(LAOS, Map.of());
        arrived.await();
        CompletableFuture<String> second = begin(LAOS, Map.of());
        await().until(() -> engine.shared.get() == 1);
        go.countDown();

        assertEquals(LAOS_ANSWER, CachedEngine.get(first));
        assertEquals(LAOS_ANSWER, CachedEngine.get(second));
        assertEquals(1, engine.trade.received().size());
        assertEquals(LAOS_ANSWER, engine.ask(LAOS));
        assertEquals(2, engine.trade.received().size());
    }

    @Test
    void asksForClientsOfEachScopeByThemselves() throws Exception {
        CompletableFuture<String> first = begin(LAOS, Map.of("Authorization", "Bearer a"));
        arrived.await();
        CompletableFuture<String> second = begin(LAOS, Map.of("Authorization", "Bearer b"));
        await().until(() -> engine.trade.received().size() == 2);
        go.countDown();

        assertEquals(LAOS_ANSWER, CachedEngine.get(first));
        assertEquals(LAOS_ANSWER, CachedEngine.get(second));
        assertEquals(0, engine.shared.get());
    }

    @Test
    void goesOnForThoseWhoStayWhenTheFirstLeaves() throws Exception {
        ClientRequest leaving = engine.client(Map.of());
        CompletableFuture<String> first = engine.begin(LAOS, leaving);
        arrived.await();
        CompletableFuture<String> second = begin(LAOS, Map.of());
        await().until(() -> engine.shared.get() == 1);

        engine.onLoopOf(leaving, leaving::abandon);
        assertTrue(CachedEngine.get(first).contains("closed its connection"), "the first has left");
        go.countDown();

        assertEquals(LAOS_ANSWER, CachedEngine.get(second));
        assertEquals(1, engine.trade.received().size());
    }

    @Test
    void givesNobodyWhatWasAskedForBeforeAMutationEnded() throws Exception {
        engine.trade.answerWith(held("Laos of the past"));
        CompletableFuture<String> old = begin(LAOS, Map.of());
        arrived.await();
        engine.trade.answerWith(CachedEngine.tradeAnswers("Laos"));

        engine.ask(RENAME);

        assertEquals(LAOS_ANSWER, engine.ask(LAOS));
        go.countDown();
        CachedEngine.get(old);
    }

    @Test
    void sendsEveryMutation() throws Exception {
        CompletableFuture<String> first = begin(RENAME, Map.of());
        arrived.await();
        CompletableFuture<String> second = begin(RENAME, Map.of());
        await().until(() -> engine.trade.received().size() == 2);
        go.countDown();

        CachedEngine.get(first);
        CachedEngine.get(second);
        assertEquals(0, engine.shared.get());
    }

    /** Each answer has 36 bytes: of 2 KB, 57 have room at the same time. */
    @Test
    void givesBackTheRoomOfEachAnswer() throws Exception {
        engine.close();
        engine = engine(Map.of("traffic.max-bytes-in-flight", "2K"));
        go.countDown();

        for (int query = 0; query < 100; query++) {
            assertEquals(LAOS_ANSWER, engine.ask(LAOS));
        }
    }

    @Test
    void asksForEachClientThatIsToBeSentHeadersOfTheAnswer() throws Exception {
        engine.close();
        engine = engine(Map.of("headers.response[0].propagate", "X-Served-By"));
        CompletableFuture<String> first = begin(LAOS, Map.of());
        arrived.await();
        CompletableFuture<String> second = begin(LAOS, Map.of());
        await().until(() -> engine.trade.received().size() == 2);
        go.countDown();

        CachedEngine.get(first);
        CachedEngine.get(second);
        assertEquals(0, engine.shared.get());
    }
}
