package io.lancang.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.subgraph.request.ClientRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No client is ever given what a subgraph said to another. The subgraphs answer with what they know of the client, and say at random for
 * whom the answer is; clients ask in any order and at the same time.
 */
class ScopeTest {
    private static final int REQUESTS = 300;
    private static final List<String> QUERIES = List.of(
            "{ partner(code: \"LAO\") { name } }",
            "{ partners { name } partner(code: \"LAO\") { name } }",
            "{ partner(code: \"LAO\") { corridors { name } } }",
            "{ partners { name corridors { name } } }");
    private static final List<Map<String, String>> CLIENTS = List.of(
            Map.of(),
            Map.of("Authorization", "Bearer a"),
            Map.of("Authorization", "Bearer b"),
            Map.of("Authorization", "Bearer a", "X-Tenant", "a"),
            Map.of("Authorization", "Bearer a", "X-Tenant", "b"),
            Map.of("X-Tenant", "a"),
            Map.of("X-Tenant", "Bearer a"),
            Map.of("Authorization", "a", "X-Tenant", ""),
            Map.of("Authorization", "", "X-Tenant", "a"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void givesNobodyWhatASubgraphSaidToAnother(long seed) throws IOException {
        Random random = new Random(seed);
        try (CachedEngine engine = new CachedEngine(Map.of())) {
            engine.trade.answerWith(echoing(CachedEngine::tradeAnswers));
            engine.corridor.answerWith(echoing(CachedEngine::corridorAnswers));
            Map<ClientRequest, String> askers = new HashMap<>();
            Map<ClientRequest, CompletableFuture<String>> running = new HashMap<>();
            for (int number = 0; number < REQUESTS; number++) {
                Map<String, String> headers = CLIENTS.get(random.nextInt(CLIENTS.size()));
                ClientRequest client = engine.client(headers);
                askers.put(client, who(headers.get("Authorization"), headers.get("X-Tenant")));
                running.put(client, engine.begin(QUERIES.get(random.nextInt(QUERIES.size())), client));
                if (random.nextInt(8) == 0) {
                    check(askers, running);
                    engine.now.addAndGet(random.nextInt(30_000));
                }
            }
            check(askers, running);
            int sent =
                    engine.trade.received().size() + engine.corridor.received().size();
            assertTrue(sent < REQUESTS * 3 / 2, "something was kept: " + sent);
        }
    }

    private static void check(
            Map<ClientRequest, String> askers, Map<ClientRequest, CompletableFuture<String>> running) {
        running.forEach((client, answer) -> {
            String text = CachedEngine.get(answer);
            assertEquals(Set.of(String.valueOf(askers.get(client))), answeredWith(text), text);
        });
        running.clear();
    }

    /** For whom the subgraphs made what is in an answer. */
    private static Set<String> answeredWith(String answer) {
        Set<String> found = new HashSet<>();
        List<String> pieces = new ArrayList<>(List.of(answer.split("<", -1)));
        pieces.removeFirst();
        pieces.forEach(piece -> found.add(piece.substring(0, piece.indexOf('>'))));
        return found;
    }

    private static String who(@Nullable String authorization, @Nullable String tenant) {
        return authorization + "|" + tenant;
    }

    /** An answer that depends on whom the subgraph was asked for. */
    private static SubgraphServer.Answer echoing(Function<String, SubgraphServer.Answer> answers) {
        Map<String, SubgraphServer.Answer> made = new ConcurrentHashMap<>();
        AtomicInteger count = new AtomicInteger();
        return (request, exchange, closed) -> {
            String who = who(
                    request.headers().getFirst("Authorization"),
                    request.headers().getFirst("X-Tenant"));
            exchange.getResponseHeaders()
                    .set(
                            "Cache-Control",
                            (count.incrementAndGet() % 3 == 0 ? "private" : "public")
                                    + ", max-age=20, stale-while-revalidate=20");
            made.computeIfAbsent("<" + who + ">", answers).to(request, exchange, closed);
        };
    }
}
