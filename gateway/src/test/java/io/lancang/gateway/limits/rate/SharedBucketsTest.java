package io.lancang.gateway.limits.rate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.cache.store.ValkeyProcess;
import io.lancang.gateway.request.RefusedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Two gateways that count in one real Valkey; skipped on a machine that has none. */
@EnabledIf("isInstalled")
class SharedBucketsTest {
    private static final long NONE = Plan.NO_LIMIT;

    private final Vertx vertx = Vertx.vertx();
    private ValkeyProcess server;
    private SimpleMeterRegistry registry;
    private Rates one;
    private Rates other;

    static boolean isInstalled() {
        return ValkeyProcess.isInstalled();
    }

    @BeforeEach
    void open() throws IOException {
        server = new ValkeyProcess();
        registry = new SimpleMeterRegistry();
        one = gateway(registry);
        other = gateway(new SimpleMeterRegistry());
    }

    private Rates gateway(SimpleMeterRegistry meters) {
        return gateway(meters, System::nanoTime);
    }

    private Rates gateway(SimpleMeterRegistry meters, LongSupplier nanoTime) {
        return new Rates(
                TestConfig.with(Map.of(
                                "rates.store", "redis",
                                "rates.redis.url", server.url(),
                                "rates.redis.timeout", "5s",
                                "rates.redis.retry", "100ms"))
                        .rates(),
                vertx,
                meters,
                nanoTime);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** One of 3 requests comes back after 20 s, one of a cost of 6 after 10 s, which no run of this test takes. */
    @Test
    void countsTogether() throws Exception {
        RateKey key = RateKey.ofClient("port", new Plan("small", 3, 6, NONE, NONE));

        assertEquals("Granted 2 5", take(one, key, 1));
        assertEquals("Granted 1 3", take(other, key, 2));
        assertEquals("COST 0 3", take(one, key, 4).replaceFirst(" wait.*", ""));
        assertEquals("REQUESTS 0 3", take(other, key, 0).replaceFirst(" wait.*", ""));
    }

    @Test
    void saysHowLongToWaitByTheClockOfTheStore() throws Exception {
        RateKey key = RateKey.ofClient("port", new Plan("small", 1, NONE, NONE, NONE));
        take(one, key, 5);

        String refused = take(other, key, 5);

        Matcher wait = Pattern.compile("REQUESTS 0 \\d+ wait (\\d+)").matcher(refused);
        assertTrue(wait.matches(), refused);
        long millis = Long.parseLong(wait.group(1));
        assertTrue(millis > 40_000 && millis <= 60_000, refused);
    }

    /** Of 6 a minute, 3 are there after 30 s; of the requests, of which there are a thousand times as many, after 30 ms. */
    @Test
    void saysHowLongToWaitForCost() throws Exception {
        RateKey key = RateKey.ofClient("port", new Plan("small", 6_000, 6, NONE, NONE));
        take(one, key, 6);

        String refused = take(other, key, 3);

        Matcher wait = Pattern.compile("COST \\d+ 0 wait (\\d+)").matcher(refused);
        assertTrue(wait.matches(), refused);
        long millis = Long.parseLong(wait.group(1));
        assertTrue(millis > 15_000 && millis <= 30_000, refused);
    }

    /** One comes back within 60 s of the store's clock; by the clock of the gateway nothing passes but what the test says. */
    @Test
    void asksTheStoreAgainWhenTheTimeThatItSaidIsOver() throws Exception {
        RateKey key = RateKey.ofClient("port", new Plan("small", 1, NONE, NONE, NONE));
        AtomicLong nanos = new AtomicLong();
        Rates third = gateway(new SimpleMeterRegistry(), nanos::get);
        take(third, key, 0);
        take(third, key, 0);
        assertNotNull(third.buckets().refusal(key));

        nanos.addAndGet(SECONDS.toNanos(60));

        assertNull(third.buckets().refusal(key));
        third.close();
    }

    /** 60,000 a minute are one each millisecond. */
    @Test
    void fillsTheBucketsAgain() throws Exception {
        RateKey key = RateKey.ofClient("port", new Plan("fast", 60_000, 60_000, NONE, NONE));
        take(one, key, 60_000);

        await().atMost(10, SECONDS).until(() -> take(other, key, 100).startsWith("Granted"));
    }

    @Test
    void asksOnceForEachOperationAndNotAtAllWhileNoneIsLeft() throws Exception {
        RateKey key = RateKey.ofClient("port", new Plan("small", 1, NONE, NONE, NONE));
        take(one, key, 0);
        long before = scripts();
        take(other, key, 0);
        assertEquals(before + 1, scripts());

        Taking.Refused known = other.buckets().refusal(key);

        assertEquals(Kind.REQUESTS, known == null ? null : known.kind());
        assertEquals(before + 1, scripts());
    }

    /** The other gateway learns by this request that none is left. */
    @Test
    void runNothingThatCountsAsARequestWhereNoneIsLeft() throws Exception {
        RateKey key = RateKey.ofClient("port", new Plan("small", 1, NONE, NONE, NONE));
        take(one, key, 0);
        AtomicBoolean hasRun = new AtomicBoolean();

        Future<String> file = Spending.asOneRequest(
                other.ofClient("port", key.plan(), Consumption.UNCOUNTED), MultiMap.caseInsensitiveMultiMap(), () -> {
                    hasRun.set(true);
                    return Future.succeededFuture("a file");
                });

        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> file.toCompletionStage().toCompletableFuture().get(10, SECONDS));
        assertInstanceOf(RefusedException.class, refused.getCause());
        assertFalse(hasRun.get());
    }

    @Test
    void givesBackCost() throws Exception {
        RateKey key = RateKey.ofClient("port", new Plan("small", 10, 100, NONE, NONE));
        take(one, key, 80);

        one.buckets().giveBack(key, 50);

        await().atMost(10, SECONDS).until(() -> take(other, key, 0).matches("Granted \\d+ 7\\d"));
        assertTrue(take(other, key, 0).matches("Granted [567] 7\\d"), "and no request");
    }

    @Test
    void goesOnAloneWhileTheStoreIsGone() throws Exception {
        RateKey key = RateKey.ofClient("port", new Plan("small", 2, NONE, NONE, NONE));
        take(one, key, 0);
        take(one, key, 0);
        server.kill();

        assertTrue(take(one, key, 0).startsWith("Granted 1"), "by itself, with full buckets");
        assertTrue(take(one, key, 0).startsWith("Granted 0"));
        assertTrue(take(one, key, 0).startsWith("REQUESTS"), "but within the limit");
        assertEquals(3, registry.get("lancang.gateway.rates.unshared").counter().count());

        server.start();
        await().atMost(20, SECONDS).until(() -> take(other, key, 0).startsWith("Granted"));
        await().atMost(20, SECONDS)
                .until(() -> take(one, RateKey.ofClient("new", key.plan()), 0).startsWith("Granted")
                        && take(other, RateKey.ofClient("new", key.plan()), 0).startsWith("Granted 0"));
    }

    @Test
    void forgetsBucketsThatAreFullAgain() throws Exception {
        take(one, RateKey.ofAddress("10.0.0.1", new Plan("small", 2, NONE, NONE, NONE)), 0);

        Redis redis = Redis.createClient(vertx, server.url());
        Response answer = redis.send(Request.cmd(Command.PTTL).arg("lancang:rate:{address:10.0.0.1}:2:" + NONE))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
        redis.close();
        long left = Long.parseLong(String.valueOf(answer));
        assertTrue(left > 30_000 && left <= 61_000, () -> "milliseconds: " + left);
    }

    private static String take(Rates rates, RateKey key, long cost) throws Exception {
        Taking taking = rates.buckets()
                .take(key, cost)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
        String left = " " + taking.balance().requests().remaining() + " "
                + (taking.balance().cost().isLimited() ? taking.balance().cost().remaining() : 0);
        return switch (taking) {
            case Taking.Granted granted -> "Granted" + left;
            case Taking.Refused refused ->
                refused.kind() + left + " wait " + (refused.waitNanos() + 999_999) / 1_000_000;
        };
    }

    private long scripts() throws Exception {
        Redis redis = Redis.createClient(vertx, server.url());
        String stats = redis.send(Request.cmd(Command.INFO).arg("commandstats"))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS)
                .toString();
        redis.close();
        Matcher calls = Pattern.compile("cmdstat_eval(?:sha)?:calls=(\\d+)").matcher(stats);
        long sum = 0;
        while (calls.find()) {
            sum += Long.parseLong(calls.group(1));
        }
        return sum;
    }
}
