package io.lancang.gateway.cache.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.federation.Piece;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.config.cache.RedisConfig;
import io.lancang.gateway.freshness.Lifetime;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** With a real server; skipped on a machine that has none. */
@EnabledIf("isInstalled")
class RedisStoreTest {
    private static final CacheKey KEY = new CacheKey(1, 2, 3, 4);
    private static final CacheKey OTHER = new CacheKey(1, 2, 3, 5);

    private final Vertx vertx = Vertx.vertx();
    private final List<RedisStore> stores = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // by start()
    private ValkeyProcess server;

    static boolean isInstalled() {
        return ValkeyProcess.isInstalled();
    }

    @BeforeEach
    void start() throws Exception {
        server = new ValkeyProcess();
    }

    @AfterEach
    void close() throws Exception {
        stores.forEach(RedisStore::close);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
        server.close();
    }

    private RedisStore store(Invalidations invalidations) {
        RedisConfig config = TestConfig.with(Map.of("cache.redis.timeout", "2s", "cache.redis.retry", "10ms"))
                .cache()
                .redis();
        RedisStore store = new RedisStore(
                vertx, Redis.createClient(vertx, server.url()), config, invalidations, System::currentTimeMillis);
        stores.add(store);
        return store;
    }

    private static CachedPart part(String value, long since, String... marks) {
        long now = System.currentTimeMillis();
        return new CachedPart(
                Piece.of(value.getBytes(UTF_8)),
                new Lifetime(now, now + 60_000, now, now, false, false),
                List.of(marks),
                since);
    }

    private CacheStore.Found find(RedisStore store, CacheKey... keys) {
        CompletableFuture<CacheStore.Found> found = new CompletableFuture<>();
        vertx.runOnContext(ignored -> store.find(List.of(keys), found::complete));
        return found.orTimeout(10, SECONDS).join();
    }

    private static @Nullable String text(@Nullable CachedPart part) {
        return part == null ? null : new String(part.value().alone().json(), UTF_8);
    }

    private @Nullable String value(RedisStore store) {
        return text(find(store, KEY).parts()[0]);
    }

    /** The count from which on something can be kept. */
    private long since(RedisStore store) {
        await().until(() -> find(store, KEY).since() != CacheStore.UNKNOWN);
        return find(store, KEY).since();
    }

    @Test
    void givesOneGatewayWhatAnotherKeeps() {
        RedisStore one = store(new Invalidations(100));
        RedisStore two = store(new Invalidations(100));
        one.put(KEY, part("{\"a\":1}", since(one), "tag:a"));

        await().until(() -> "{\"a\":1}".equals(value(two)));
        assertNull(find(two, KEY, OTHER).parts()[1]);

        two.remove(KEY);
        await().until(() -> value(one) == null);
    }

    @Test
    void endsForAllWhatOneInvalidates() {
        Invalidations ofOne = new Invalidations(100);
        store(ofOne);
        RedisStore two = store(new Invalidations(100));
        long before = since(two);
        two.put(KEY, part("1", before, "subgraph:trade", "tag:a"));
        two.put(OTHER, part("2", before, "subgraph:trade", "tag:b"));
        await().until(() -> "1".equals(value(two)) && find(two, OTHER).parts()[0] != null);

        ofOne.invalidate(List.of("tag:a"));

        await().until(() -> value(two) == null);
        assertEquals("2", text(find(two, OTHER).parts()[0]));
        // On its way at the time.
        two.put(KEY, part("1", before, "subgraph:trade", "tag:a"));
        two.put(OTHER, part("3", since(two), "tag:a"));
        await().until(() -> "3".equals(text(find(two, OTHER).parts()[0])));
        assertNull(value(two));
    }

    @Test
    void findsNothingWhileItIsDownAndTellsLaterWhatWasInvalidated() throws Exception {
        Invalidations invalidations = new Invalidations(100);
        RedisStore store = store(invalidations);
        store.put(KEY, part("1", since(store), "tag:a"));
        await().until(() -> "1".equals(value(store)));

        server.kill();
        await().until(() -> find(store, KEY).since() == CacheStore.UNKNOWN);
        assertNull(value(store));
        invalidations.invalidate(List.of("tag:a"));
        assertEquals(CacheStore.UNKNOWN, find(store, KEY).since());

        server.start();
        RedisStore other = store(new Invalidations(100));
        long before = since(other);
        await().until(() -> find(store, KEY).since() != CacheStore.UNKNOWN);
        assertNotEquals(before, since(store), "it was notified");
    }

    @Test
    void keepsNothingThatHasNoTimeLeft() {
        RedisStore store = store(new Invalidations(100));
        long now = System.currentTimeMillis();
        store.put(
                KEY,
                new CachedPart(
                        Piece.of(new byte[] {'1'}),
                        new Lifetime(now, now, now, now, false, false),
                        List.of(),
                        since(store)));
        store.put(OTHER, part("2", since(store)));

        await().until(() -> find(store, OTHER).parts()[0] != null);
        assertNull(value(store));
    }
}
