package io.lancang.gateway.cache;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.freshness.AnswerFreshness;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.lancang.gateway.telemetry.trace.TestTraces;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachingSubgraphClientTest {
    private static final String LAOS = "{ partner(code: \"LAO\") { name } }";
    private static final String LAOS_ANSWER = "{\"data\":{\"partner\":{\"name\":\"Laos\"}}}";

    private @Nullable CachedEngine made;

    private CachedEngine engine(Map<String, String> keys) throws IOException {
        CachedEngine created = new CachedEngine(keys);
        made = created;
        return created;
    }

    private CachedEngine engine() throws IOException {
        return engine(Map.of());
    }

    @AfterEach
    void close() {
        if (made != null) {
            made.close();
        }
    }

    @Test
    void asksOnceForWhatIsFresh() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("public, max-age=60");

        assertEquals(LAOS_ANSWER, engine.ask(LAOS));
        assertEquals(LAOS_ANSWER, engine.ask(LAOS));
        engine.pass(Duration.ofSeconds(59));
        assertEquals(LAOS_ANSWER, engine.ask(LAOS));

        assertEquals(1, engine.trade.received().size());
    }

    @Test
    void asksAnewWhenTheTimeIsOver() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("public, max-age=60");

        engine.ask(LAOS);
        engine.pass(Duration.ofMinutes(1));
        engine.ask(LAOS);

        assertEquals(2, engine.trade.received().size());
    }

    @Test
    void asksForThoseEntitiesOnlyThatAreNotKnown() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60");
        engine.ask("{ partner(code: \"LAO\") { corridors { name } } }");

        String answer = engine.ask("{ partners { corridors { name } } }");

        assertEquals(
                "{\"data\":{\"partners\":[{\"corridors\":[{\"name\":\"corridor of LAO\"}]},"
                        + "{\"corridors\":[{\"name\":\"corridor of VNM\"}]}]}}",
                answer);
        String second = engine.corridor.received().getLast().body();
        assertFalse(second.contains("LAO"), second);
        assertTrue(second.contains("VNM"), second);
    }

    @Test
    void aTraceSaysWhatWasKnown() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60");
        engine.ask("{ partner(code: \"LAO\") { corridors { name } } }");

        OperationTrace trace = traced(engine, "{ partners { corridors { name } } }");

        // Of two partners the corridors of one were known.
        assertEquals(
                Map.of("hits", 1, "stale", 0, "misses", 1),
                TestTraces.requests(trace, 1).getFirst().get("cache"));
        assertEquals(1, TestTraces.attempts(trace).size());

        trace = traced(engine, "{ partner(code: \"LAO\") { corridors { name } } }");

        assertEquals(
                Map.of("hits", 1, "stale", 0, "misses", 0),
                TestTraces.requests(trace, 0).getFirst().get("cache"));
        assertTrue(TestTraces.attempts(trace).isEmpty(), "nothing was sent");
    }

    private static OperationTrace traced(CachedEngine engine, String query) {
        OperationTrace trace = TestTraces.silent();
        ClientRequest client = engine.client(Map.of());
        client.notes().trace(trace);
        CachedEngine.get(engine.begin(query, client));
        return trace;
    }

    @Test
    void asksForThoseRootFieldsOnlyThatAreNotKnown() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60");
        engine.ask(LAOS);

        String answer = engine.ask("{ partner(code: \"LAO\") { name } partners { name } }");

        assertEquals(
                "{\"data\":{\"partner\":{\"name\":\"Laos\"},\"partners\":[{\"name\":\"Laos\"},{\"name\":\"Viet Nam\"}]}}",
                answer);
        String second = engine.trade.received().getLast().body();
        assertFalse(second.contains("LAO"), second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no-store", "no-cache, max-age=60", "max-age=0", "private, max-age=60", "max-age=x", "public"})
    void keepsNothingThatMayNotBeKept(String said) throws IOException {
        CachedEngine engine = engine().sayingOfBoth(said);

        engine.ask(LAOS);
        engine.ask(LAOS);

        assertEquals(2, engine.trade.received().size());
        assertEquals(0, engine.store.counts().parts());
    }

    @Test
    void keepsNothingOfWhatSaysNothing() throws IOException {
        CachedEngine engine = engine();

        engine.ask(LAOS);
        engine.ask(LAOS);

        assertEquals(2, engine.trade.received().size());
    }

    @Test
    void keepsNothingOfAnAnswerWithErrors() throws IOException {
        CachedEngine engine = engine();
        engine.trade.answerWith(Answers.with(
                Map.of("Cache-Control", "max-age=60"),
                Answers.json(
                        "{\"data\":{\"partner\":null},\"errors\":[{\"message\":\"no\",\"path\":[\"partner\"]}]}")));

        engine.ask(LAOS);
        engine.ask(LAOS);

        assertEquals(2, engine.trade.received().size());
        assertEquals(0, engine.store.counts().parts());
    }

    @Test
    void tellsErrorsOfThePartThatWasAskedForWhereTheyBelong() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60");
        engine.ask("{ partner(code: \"LAO\") { corridors { name } } }");
        engine.corridor.answerWith(
                Answers.json("{\"data\":{\"_entities\":[{\"corridors\":null}]},\"errors\":[{\"message\":"
                        + "\"no\",\"path\":[\"_entities\",0,\"corridors\"]}]}"));

        String answer = engine.ask("{ partners { corridors { name } } }");

        assertTrue(
                answer.contains("\"partners\":[{\"corridors\":[{\"name\":\"corridor of LAO\"}]},{\"corridors\":null}]"),
                answer);
        assertTrue(answer.contains("\"path\":[\"partners\",1,\"corridors\"]"), answer);
    }

    @Test
    void keepsPrivateAnswersForWhoeverAskedOnly() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("private, max-age=60");

        engine.ask(LAOS, Map.of("Authorization", "Bearer a"));
        engine.ask(LAOS, Map.of("Authorization", "Bearer a"));
        assertEquals(1, engine.trade.received().size());

        engine.ask(LAOS, Map.of("Authorization", "Bearer b"));
        engine.ask(LAOS);
        assertEquals(3, engine.trade.received().size());
    }

    @Test
    void keepsAnswersApartByEachHeaderThatSubgraphsGetButThoseOfTraces() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60");

        engine.ask(LAOS, Map.of("X-Tenant", "a"));
        engine.ask(LAOS, Map.of("X-Tenant", "b"));
        assertEquals(2, engine.trade.received().size());

        engine.ask(LAOS, Map.of("X-Tenant", "a", "traceparent", "00-1", "Accept-Language", "lo"));
        assertEquals(2, engine.trade.received().size());
    }

    /** Names and values in a row are the same text, and a client writes its values as it likes. */
    @Test
    void takesNoEndOfAHeaderForTheBeginningOfAnother() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60");

        engine.ask(LAOS, Map.of("Authorization", "Bearer a", "X-Tenant", "b"));
        engine.ask(LAOS, Map.of("Authorization", "Bearer ax-tenantb"));

        assertEquals(2, engine.trade.received().size());
    }

    @Test
    void givesNothingThatWasDeclaredInvalid() throws IOException {
        CachedEngine engine = engine().sayingOfBoth(Map.of("Cache-Control", "max-age=60", "Cache-Tag", "trade, other"));
        engine.ask(LAOS);

        engine.invalidations.invalidate(List.of(Invalidations.tag("third")));
        engine.ask(LAOS);
        assertEquals(1, engine.trade.received().size());

        for (String mark :
                List.of(Invalidations.tag("other"), Invalidations.subgraph("trade"), Invalidations.type("Query"))) {
            int before = engine.trade.received().size();
            engine.invalidations.invalidate(List.of(mark));
            engine.ask(LAOS);
            assertEquals(before + 1, engine.trade.received().size(), mark);
        }
    }

    @Test
    void keepsNothingThatBecameInvalidOnItsWay() throws Exception {
        CachedEngine engine = engine();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.trade.answerWith(held(arrived, go, "Laos of the past"));
        CompletableFuture<String> old = engine.begin(LAOS, engine.client(Map.of()));
        arrived.await();

        engine.invalidations.invalidate(List.of(Invalidations.subgraph("trade")));
        go.countDown();

        assertEquals("{\"data\":{\"partner\":{\"name\":\"Laos of the past\"}}}", CachedEngine.get(old));
        engine.sayingOfBoth("max-age=60");
        assertEquals(LAOS_ANSWER, engine.ask(LAOS));
    }

    @Test
    void doesNotJoinARequestThatWasSentBeforeSomethingBecameInvalid() throws Exception {
        CachedEngine engine = engine();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.trade.answerWith(held(arrived, go, "Laos of the past"));
        CompletableFuture<String> old = engine.begin(LAOS, engine.client(Map.of()));
        arrived.await();
        engine.invalidations.invalidate(List.of(Invalidations.tag("of something else")));
        engine.sayingOfBoth("max-age=60");

        assertEquals(LAOS_ANSWER, engine.ask(LAOS));
        go.countDown();
        CachedEngine.get(old);
        assertEquals(LAOS_ANSWER, engine.ask(LAOS));
    }

    private static SubgraphServer.Answer held(CountDownLatch arrived, CountDownLatch go, String name) {
        return held(arrived, go, Answers.with(Map.of("Cache-Control", "max-age=60"), CachedEngine.tradeAnswers(name)));
    }

    private static SubgraphServer.Answer held(CountDownLatch arrived, CountDownLatch go, SubgraphServer.Answer answer) {
        return (request, exchange, closed) -> {
            arrived.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer.to(request, exchange, closed);
        };
    }

    @Test
    void sendsEqualRequestsOnceWhileTheyAreOnTheirWay() throws Exception {
        CachedEngine engine = engine();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.trade.answerWith(held(arrived, go, "Laos"));
        ClientRequest leaving = engine.client(Map.of());
        CompletableFuture<String> first = engine.begin(LAOS, leaving);
        arrived.await();
        CompletableFuture<String> second = engine.begin(LAOS, engine.client(Map.of()));
        await().until(() -> engine.shared.get() == 1);
        CompletableFuture<String> other = engine.begin(LAOS, engine.client(Map.of("X-Tenant", "b")));
        await().until(() -> engine.trade.received().size() == 2);

        engine.onLoopOf(leaving, leaving::abandon);
        assertTrue(CachedEngine.get(first).contains("closed its connection"), "the first has left");
        go.countDown();

        assertEquals(LAOS_ANSWER, CachedEngine.get(second));
        assertEquals(LAOS_ANSWER, CachedEngine.get(other));
        assertEquals(2, engine.trade.received().size());
    }

    @Test
    void givesUpARequestForWhichNobodyWaits() throws Exception {
        CachedEngine engine = engine();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        engine.trade.answerWith((request, exchange, closed) -> {
            arrived.countDown();
            Answers.drip(left).to(request, exchange, closed);
        });
        ClientRequest leaving = engine.client(Map.of());
        CompletableFuture<String> only = engine.begin(LAOS, leaving);
        arrived.await();

        engine.onLoopOf(leaving, leaving::abandon);

        CachedEngine.get(only);
        left.await();
    }

    @Test
    void dropsWhatIsKeptOfASubgraphWhenAMutationHasBeenAnsweredByIt() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("public, max-age=60");
        engine.ask(LAOS);
        engine.ask("{ partner(code: \"LAO\") { corridors { name } } }");

        engine.ask("mutation { rename(code: \"LAO\", name: \"x\") { name } }");
        int trade = engine.trade.received().size();
        int corridor = engine.corridor.received().size();
        engine.ask(LAOS);
        engine.ask("{ partner(code: \"LAO\") { corridors { name } } }");

        assertEquals(trade + 2, engine.trade.received().size(), "both are asked for anew");
        assertEquals(corridor, engine.corridor.received().size(), "nothing was changed there");
    }

    @Test
    void sendsEveryMutation() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60");
        String rename = "mutation { rename(code: \"LAO\", name: \"x\") { name corridors { name } } }";

        engine.ask(rename);
        engine.ask(rename);

        assertEquals(2, engine.trade.received().size());
        assertEquals(2, engine.corridor.received().size());
    }

    @Test
    void givesAnOldAnswerAndFetchesANewOneBehindIt() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60, stale-while-revalidate=30");
        engine.ask(LAOS);
        engine.pass(Duration.ofSeconds(70));
        engine.trade.answerWith(
                Answers.with(Map.of("Cache-Control", "max-age=60"), CachedEngine.tradeAnswers("Lao PDR")));

        assertEquals(LAOS_ANSWER, engine.ask(LAOS));

        await().untilAsserted(() -> assertEquals("{\"data\":{\"partner\":{\"name\":\"Lao PDR\"}}}", engine.ask(LAOS)));
        assertEquals(1, engine.trade.received().size());
    }

    @Test
    void givesAnOldAnswerWithAWarningWhenTheSubgraphIsDown() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60, stale-if-error=600");
        engine.ask(LAOS);
        engine.pass(Duration.ofSeconds(100));
        engine.trade.answerWith(Answers.of(503, "text/plain", ""));

        String answer = engine.ask(LAOS);

        assertTrue(
                answer.startsWith("{\"data\":{\"partner\":{\"name\":\"Laos\"}},\"extensions\":{\"warnings\":[{"),
                answer);
        assertTrue(answer.contains("\"code\":\"STALE\"") && answer.contains("\"age\":100"), answer);
        engine.pass(Duration.ofMinutes(10));
        assertTrue(engine.ask(LAOS).contains("SUBGRAPH_UNAVAILABLE"));
    }

    @Test
    void givesNothingOldInPlaceOfWhatTheSubgraphRefuses() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60, stale-if-error=600");
        engine.ask(LAOS);
        engine.pass(Duration.ofSeconds(100));
        engine.trade.answerWith(Answers.of(403, "text/plain", ""));

        assertTrue(engine.ask(LAOS).contains("FORBIDDEN"));
    }

    @Test
    void givesNothingThatNobodyKnowsToHoldUnlessTheSubgraphIsDown() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60, stale-if-error=600");
        engine.ask(LAOS);
        engine.trusted.set(false);

        engine.ask(LAOS);
        assertEquals(2, engine.trade.received().size());

        engine.trade.answerWith(Answers.hangUp());
        assertTrue(engine.ask(LAOS).contains("\"code\":\"STALE\""));
    }

    @Test
    void givesNothingOldForTheTimeOfAFetchWhileNobodyKnowsWhetherItHolds() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60, stale-while-revalidate=30");
        engine.ask(LAOS);
        engine.pass(Duration.ofSeconds(70));
        engine.trusted.set(false);
        engine.trade.answerWith(CachedEngine.tradeAnswers("Lao PDR"));

        assertEquals("{\"data\":{\"partner\":{\"name\":\"Lao PDR\"}}}", engine.ask(LAOS));
    }

    @Test
    void givesNothingOldThatBecameInvalidWhileTheSubgraphFailed() throws Exception {
        CachedEngine engine = engine().sayingOfBoth("max-age=60, stale-if-error=600");
        engine.ask(LAOS);
        engine.pass(Duration.ofSeconds(100));
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        engine.trade.answerWith(held(arrived, go, Answers.of(503, "text/plain", "")));
        CompletableFuture<String> asked = engine.begin(LAOS, engine.client(Map.of()));
        arrived.await();

        engine.invalidations.invalidate(List.of(Invalidations.subgraph("trade")));
        go.countDown();

        assertTrue(CachedEngine.get(asked).contains("SUBGRAPH_UNAVAILABLE"));
    }

    @Test
    void givesNothingOldOfWhichTheSubgraphHasSaidAnotherThingSince() throws IOException {
        CachedEngine engine = engine().sayingOfBoth("max-age=60, stale-if-error=600");
        engine.ask(LAOS);
        engine.pass(Duration.ofSeconds(100));
        engine.trade.answerWith(
                Answers.with(Map.of("Cache-Control", "no-store"), CachedEngine.tradeAnswers("Lao PDR")));
        assertEquals("{\"data\":{\"partner\":{\"name\":\"Lao PDR\"}}}", engine.ask(LAOS));

        engine.trade.answerWith(Answers.of(503, "text/plain", ""));

        assertTrue(engine.ask(LAOS).contains("SUBGRAPH_UNAVAILABLE"));
    }

    @Test
    void saysHowLongTheAnswerCountsByTheShortestOfItsParts() throws IOException {
        CachedEngine engine = engine();
        engine.trade.answerWith(
                Answers.with(Map.of("Cache-Control", "max-age=60", "Age", "5"), CachedEngine.tradeAnswers("Laos")));
        engine.corridor.answerWith(
                Answers.with(Map.of("Cache-Control", "max-age=600"), CachedEngine.corridorAnswers()));
        String query = "{ partners { name corridors { name } } }";
        engine.ask(query);
        engine.pass(Duration.ofSeconds(10));

        ClientRequest client = engine.client(Map.of());
        CachedEngine.get(engine.begin(query, client));

        assertEquals(
                new AnswerFreshness.Verdict(true, false, false, 60, 15),
                client.freshness().verdict(false, engine.now.get()));
        assertEquals(AnswerFreshness.Verdict.NOT_KEPT, client.freshness().verdict(true, engine.now.get()));
    }

    @Test
    void saysNothingOfAMutationAndThatAnUnknownPartMayNotBeKept() throws IOException {
        CachedEngine engine = engine();
        engine.trade.answerWith(Answers.with(Map.of("Cache-Control", "max-age=60"), CachedEngine.tradeAnswers("Laos")));
        ClientRequest mutation = engine.client(Map.of());
        CachedEngine.get(engine.begin("mutation { rename(code: \"LAO\", name: \"x\") { name } }", mutation));
        ClientRequest query = engine.client(Map.of());
        CachedEngine.get(engine.begin("{ partners { name corridors { name } } }", query));

        assertNull(mutation.freshness().verdict(false, engine.now.get()));
        assertEquals(AnswerFreshness.Verdict.NOT_KEPT, query.freshness().verdict(false, engine.now.get()));
    }

    @Test
    void keepsByDefaultWhatTheConfigurationSaysAndNoLongerThanItSays() throws IOException {
        CachedEngine engine = engine(Map.of(
                "subgraphs.trade.cache.default-max-age", "60s",
                "subgraphs.corridor.cache.max-age", "30s",
                "subgraphs.corridor.cache.types.Partner.max-age", "10s"));
        engine.corridor.answerWith(
                Answers.with(Map.of("Cache-Control", "max-age=600"), CachedEngine.corridorAnswers()));
        String query = "{ partners { corridors { name } } }";

        engine.ask(query);
        engine.pass(Duration.ofSeconds(11));
        engine.ask(query);

        assertEquals(1, engine.trade.received().size());
        assertEquals(2, engine.corridor.received().size());
    }

    /** What is set for a type says nothing of the time: that of the subgraph holds. */
    @Test
    void keepsATypeNoLongerThanItsSubgraphUnlessTheConfigurationSaysSo() throws IOException {
        CachedEngine engine = engine(Map.of(
                "subgraphs.trade.cache.max-age", "30s",
                "subgraphs.trade.cache.types.Query.enabled", "true"));
        engine.sayingOfBoth("max-age=600");

        engine.ask(LAOS);
        engine.pass(Duration.ofSeconds(31));
        engine.ask(LAOS);

        assertEquals(2, engine.trade.received().size());
    }

    @Test
    void keepsNothingWithMoreTagsThanAreAllowed() throws IOException {
        CachedEngine engine =
                engine().sayingOfBoth(Map.of("Cache-Control", "max-age=60", "Cache-Tag", "1,2,3,4,5,6,7,8,9,10,11"));

        engine.ask(LAOS);

        assertEquals(0, engine.store.counts().parts());
    }
}
