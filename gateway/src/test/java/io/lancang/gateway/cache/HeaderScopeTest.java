package io.lancang.gateway.cache;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules forward tells clients apart: no answer for one value of a header reaches a client with another. */
class HeaderScopeTest {
    private static final String LAOS = "{ partner(code: \"LAO\") { name } }";
    private static final String BOTH = "{ partner(code: \"LAO\") { name corridors { name } } }";
    private static final Map<String, String> BY_NAME = Map.of(
            "subgraphs.\"trade\".headers.request[0].propagate", "X-Person",
            "subgraphs.\"trade\".headers.request[0].rename", "X-Subject");

    @ParameterizedTest
    @CsvSource({
        "headers.request[0].propagate, X-Subject",
        "headers.request[0].matching, x-sub*",
        "'subgraphs.\"trade\".headers.request[0].propagate', X-Subject",
        "'subgraphs.\"trade\".headers.request[0].matching', x-*"
    })
    void givesNobodyWhatWasKeptForAnother(String key, String value) throws IOException {
        try (CachedEngine engine = new CachedEngine(Map.of(key, value))) {
            engine.trade.answerWith(echoing("public"));

            assertTrue(engine.ask(LAOS, Map.of("X-Subject", "a")).contains("<a>"));
            assertTrue(engine.ask(LAOS, Map.of("X-Subject", "b")).contains("<b>"));
            assertTrue(engine.ask(LAOS).contains("<null>"));
            assertTrue(engine.ask(LAOS, Map.of("X-Subject", "a")).contains("<a>"));

            assertEquals(3, engine.trade.received().size(), "the last was kept");
        }
    }

    @Test
    void sharesWhatASubgraphSaysThatIsNotSentTheHeader() throws IOException {
        try (CachedEngine engine = new CachedEngine(BY_NAME).sayingOfBoth("public, max-age=100")) {
            engine.trade.answerWith(echoing("public"));

            assertTrue(engine.ask(BOTH, Map.of("X-Person", "a")).contains("<a>"));
            assertTrue(engine.ask(BOTH, Map.of("X-Person", "b")).contains("<b>"));

            assertEquals(2, engine.trade.received().size());
            assertEquals(1, engine.corridor.received().size());
        }
    }

    @Test
    void sharesWhatIsSentWithAFixedValue() throws IOException {
        Map<String, String> rules = Map.of("headers.request[0].set", "X-Router", "headers.request[0].value", "a");
        try (CachedEngine engine = new CachedEngine(rules).sayingOfBoth("public, max-age=100")) {
            engine.ask(LAOS, Map.of("X-Router", "b"));
            engine.ask(LAOS, Map.of("X-Router", "c"));

            assertEquals(1, engine.trade.received().size());
        }
    }

    @Test
    void sharesNoRequestOnItsWayWithAnotherValue() throws IOException {
        try (CachedEngine engine = new CachedEngine(BY_NAME)) {
            CountDownLatch both = new CountDownLatch(2);
            SubgraphServer.Answer answer = echoing("no-store");
            engine.trade.answerWith((request, exchange, closed) -> {
                both.countDown();
                awaitAll(both);
                answer.to(request, exchange, closed);
            });

            // Neither is answered before both have been sent.
            CompletableFuture<String> a = engine.begin(LAOS, engine.client(Map.of("X-Person", "a")));
            CompletableFuture<String> b = engine.begin(LAOS, engine.client(Map.of("X-Person", "b")));

            assertTrue(CachedEngine.get(a).contains("<a>"));
            assertTrue(CachedEngine.get(b).contains("<b>"));
            assertEquals(0, engine.shared.get());
        }
    }

    @ParameterizedTest
    @CsvSource({"Cookie, 1", "X-Person, 2"})
    void keepsPrivateAnswersForCredentialsUnderAnyName(String name, int asked) throws IOException {
        Map<String, String> rules =
                Map.of("headers.request[0].propagate", name, "headers.request[0].rename", "X-Subject");
        try (CachedEngine engine = new CachedEngine(rules)) {
            engine.trade.answerWith(echoing("private"));

            engine.ask(LAOS, Map.of(name, "a"));
            engine.ask(LAOS, Map.of(name, "a"));

            assertEquals(asked, engine.trade.received().size());
        }
    }

    @Test
    void sendsHeadersOfAnAnswerOnlyToTheClientForWhichItWasMade() throws IOException {
        Map<String, String> rules = Map.of("headers.response[0].propagate", "Set-Cookie");
        try (CachedEngine engine = new CachedEngine(rules)) {
            CountDownLatch release = new CountDownLatch(1);
            SubgraphServer.Answer answer = echoing("public");
            engine.trade.answerWith((request, exchange, closed) -> {
                awaitAll(release);
                exchange.getResponseHeaders().set("Set-Cookie", "session=1");
                answer.to(request, exchange, closed);
            });
            ClientRequest first = engine.client(Map.of());
            ClientRequest joining = engine.client(Map.of());
            ClientRequest late = engine.client(Map.of());

            CompletableFuture<String> one = engine.begin(LAOS, first);
            await().until(() -> engine.trade.received().size() == 1);
            CompletableFuture<String> two = engine.begin(LAOS, joining);
            await().until(() -> engine.shared.get() == 1);
            release.countDown();
            CachedEngine.get(one);
            CachedEngine.get(two);
            CachedEngine.get(engine.begin(LAOS, late));

            assertEquals(1, engine.trade.received().size());
            assertEquals("session=1", headers(first).get("Set-Cookie"));
            assertTrue(headers(joining).isEmpty());
            assertTrue(headers(late).isEmpty());
        }
    }

    @Test
    void sendsHeadersOfAnswersToMutations() throws IOException {
        Map<String, String> rules = Map.of("headers.response[0].propagate", "X-Served-By");
        try (CachedEngine engine = new CachedEngine(rules).sayingOfBoth(Map.of("X-Served-By", "trade-1"))) {
            ClientRequest client = engine.client(Map.of());

            CachedEngine.get(engine.begin("mutation { rename(code: \"LAO\", name: \"a\") { name } }", client));

            assertEquals("trade-1", headers(client).get("X-Served-By"));
        }
    }

    private static MultiMap headers(ClientRequest client) {
        MultiMap sent = MultiMap.caseInsensitiveMultiMap();
        client.answerHeaders().addTo(sent);
        return sent;
    }

    /** An answer that depends on whom the subgraph was asked for. */
    private static SubgraphServer.Answer echoing(String cacheControl) {
        Function<String, SubgraphServer.Answer> answers = CachedEngine::tradeAnswers;
        return (request, exchange, closed) -> {
            exchange.getResponseHeaders().set("Cache-Control", cacheControl + ", max-age=100");
            answers.apply("<" + request.headers().getFirst("X-Subject") + ">").to(request, exchange, closed);
        };
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            if (!latch.await(5, SECONDS)) {
                throw new IllegalStateException("The other request has not come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
