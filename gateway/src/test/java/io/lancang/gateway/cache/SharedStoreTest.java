package io.lancang.gateway.cache;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.cache.store.ValkeyProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The cache with a store that several gateways can share: a real server; skipped on a machine that has none. */
@EnabledIf("isInstalled")
class SharedStoreTest {
    private static final String QUERY = "{ partners { name corridors { name } } }";
    private static final String ANSWER = "{\"data\":{\"partners\":["
            + "{\"name\":\"Laos\",\"corridors\":[{\"name\":\"corridor of LAO\"}]},"
            + "{\"name\":\"Viet Nam\",\"corridors\":[{\"name\":\"corridor of VNM\"}]}]}}";

    static boolean isInstalled() {
        return ValkeyProcess.isInstalled();
    }

    private static CachedEngine engine(ValkeyProcess server) throws IOException {
        CachedEngine engine = new CachedEngine(
                        Map.of("cache.redis.timeout", "2s", "cache.redis.retry", "10ms"), server.url())
                .sayingOfBoth(Map.of("Cache-Control", "max-age=600", "Cache-Tag", "a"));
        engine.now.set(System.currentTimeMillis());
        return engine;
    }

    private static int asked(CachedEngine engine) {
        return engine.trade.received().size() + engine.corridor.received().size();
    }

    /** Waits until an answer is given without asking. */
    private static void awaitKept(CachedEngine engine) {
        await().until(() -> {
            engine.ask(QUERY);
            int before = asked(engine);
            engine.ask(QUERY);
            return asked(engine) == before;
        });
    }

    @Test
    void keepsAnswersAndDropsThemByTag() throws IOException {
        try (ValkeyProcess server = new ValkeyProcess();
                CachedEngine engine = engine(server)) {
            awaitKept(engine);
            int before = asked(engine);

            assertEquals(ANSWER, engine.ask(QUERY));
            assertEquals(before, asked(engine));
            engine.invalidations.invalidate(List.of(Invalidations.tag("a")));
            assertEquals(ANSWER, engine.ask(QUERY));
            assertEquals(before + 2, asked(engine));
        }
    }

    @Test
    void answersOnWhileTheStoreIsDown() throws IOException {
        try (ValkeyProcess server = new ValkeyProcess();
                CachedEngine engine = engine(server)) {
            awaitKept(engine);
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int number = 0; number < 400; number++) {
                if (number == 200) {
                    server.kill();
                }
                answers.add(engine.begin(QUERY, engine.client(Map.of())));
            }
            answers.forEach(answer -> assertEquals(ANSWER, CachedEngine.get(answer)));
            assertEquals(ANSWER, engine.ask(QUERY));

            server.start();
            awaitKept(engine);
        }
    }
}
