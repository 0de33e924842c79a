package io.lancang.gateway.limits.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients may spend, by a clock that the test moves, and what they are told of it. */
class RatesTest {
    private static final long NONE = Plan.NO_LIMIT;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong(123_456_789);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Rates rates = rates(Map.of());
    private final List<String> used = new ArrayList<>();

    private Rates rates(Map<String, String> keys) {
        return new Rates(TestConfig.with(keys).rates(), vertx, registry, nanos::get);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** 600 a minute are 10 a second: of 3 that were taken, 2 are back after 0.2 s. */
    @Test
    void tellsWhatIsLeftAndWhenAllOfItIsBack() {
        Plan plan = new Plan("standard", 600, 10_000, NONE, NONE);

        assertEquals("\"requests\";r=599;t=1, \"cost\";r=9000;t=6", left(taken(plan, 1000)));
        taken(plan, 500);
        assertEquals("\"requests\";r=597;t=1, \"cost\";r=8500;t=9", left(taken(plan, 0)));
        pass(Duration.ofMillis(200));
        // 1500 of cost less 0.2 s of 10,000/60 s, which is 33, and 1 request more.
        assertEquals("\"requests\";r=598;t=1, \"cost\";r=8533;t=9", left(taken(plan, 0)));
        assertEquals(
                "\"requests\";q=600;w=60, \"cost\";q=10000;w=60",
                headers(taken(plan, 0)).get("RateLimit-Policy"));
    }

    @Test
    void namesOnlyLimitsThatThereAre() {
        assertEquals(
                "\"requests\";q=5;w=60",
                headers(taken(new Plan("a", 5, NONE, 1, 1), 7)).get("RateLimit-Policy"));
        assertEquals(
                "\"cost\";q=9;w=60",
                headers(taken(new Plan("b", NONE, 9, 1, 1), 7)).get("RateLimit-Policy"));
        assertNull(headers(taken(new Plan("c", NONE, NONE, 1, 1), 7)).get("RateLimit"));
    }

    /** One of 4 a minute comes back each 15 s. */
    @Test
    void refusesTheRequestTooManyAndLetsTheNextInWhenItIsThere() {
        Plan plan = new Plan("small", 4, NONE, NONE, NONE);
        for (int i = 0; i < 4; i++) {
            taken(plan, 0);
        }
        // 13.5 s are left, and whoever comes after 13 is too early.
        pass(Duration.ofMillis(1500));

        Spending refused = spending(plan);
        Refusal refusal = refusal(refused.take(0));

        assertEquals(429, refusal.status());
        assertEquals("RATE_LIMITED", refusal.code());
        assertEquals("14", refusal.headers().get("Retry-After"));
        assertEquals("The plan \"small\" allows 4 requests a minute, and they are used up.", refusal.message());
        assertEquals("Send it again in 14 seconds.", refusal.hint());
        assertEquals("\"requests\";r=0;t=60", left(refused));
        pass(Duration.ofSeconds(14));
        assertEquals("\"requests\";r=0;t=60", left(taken(plan, 0)));
        assertEquals(1, limited("requests"));
    }

    @Test
    void knowsBeforeAnythingIsDoneThatNoRequestIsLeft() throws RefusedException {
        Plan plan = new Plan("small", 1, NONE, NONE, NONE);
        spending(plan).begin();
        taken(plan, 0);

        Spending next = spending(plan);
        assertEquals("60", refusal(next).headers().get("Retry-After"));
        assertEquals("\"requests\";r=0;t=60", left(next));
        pass(Duration.ofSeconds(60));
        spending(plan).begin();
    }

    /** 100 a minute: 60 are left after 40, and 90 are there after (90 - 60) / 100 of a minute, which is 18 s. */
    @Test
    void refusesWhatCostsMoreThanIsLeftAndCountsItAsARequest() {
        Plan plan = new Plan("small", 10, 100, NONE, NONE);
        taken(plan, 40);

        Spending refused = spending(plan);
        Refusal refusal = refusal(refused.take(90));

        assertEquals("18", refusal.headers().get("Retry-After"));
        assertEquals(
                "The plan \"small\" allows a cost of 100 a minute, and this operation, whose cost is estimated at 90, would be"
                        + " more than is left.",
                refusal.message());
        assertEquals("\"requests\";r=8;t=12, \"cost\";r=60;t=24", left(refused));
        assertEquals("\"requests\";r=7;t=18, \"cost\";r=0;t=60", left(taken(plan, 60)));
        assertEquals(1, limited("cost"));
    }

    @Test
    void promisesNoTimeToWhatCostsMoreThanAMinuteHas() {
        Refusal refusal =
                refusal(spending(new Plan("small", NONE, 100, NONE, NONE)).take(101));

        assertEquals(Map.of(), refusal.headers());
        assertEquals(
                "The plan \"small\" allows a cost of 100 a minute, and this operation alone is estimated to cost 101.",
                refusal.message());
        assertEquals("Ask for less at a time, or for another plan.", refusal.hint());
    }

    @Test
    void answersNothingWhereThePlanAllowsNothing() {
        Refusal refusal =
                refusal(spending(new Plan("closed", 0, NONE, NONE, NONE)).take(0));

        assertEquals("The plan \"closed\" allows 0 requests a minute, so that it answers nothing.", refusal.message());
        assertEquals(Map.of(), refusal.headers());
    }

    @Test
    void givesBackWhatAnOperationDidNotCostAndNoMoreThanThat() {
        Plan plan = new Plan("small", NONE, 100, NONE, NONE);
        Spending dear = taken(plan, 80);
        dear.spent(30);
        // A second answer of the same operation is no second refund.
        dear.spent(30);
        assertEquals("\"cost\";r=70;t=18", left(taken(plan, 0)));

        Spending cheap = taken(plan, 10);
        cheap.spent(50);
        assertEquals("\"cost\";r=60;t=24", left(taken(plan, 0)));
    }

    @Test
    void countsWhatIsUsed() {
        Plan plan = new Plan("small", 3, 100, NONE, NONE);
        Spending first = spending(plan);
        first.take(40);
        first.end();
        first.end();
        Spending other = spending(plan);
        other.take(20);
        other.spent(5);
        other.takeOnce();
        other.end();
        other.spent(3);
        Spending refused = spending(plan);
        refused.take(70);
        refused.end();

        assertEquals(List.of("1 0 40", "1 0 5", "0 1 0"), used);
    }

    @Test
    void takesNothingTwice() {
        Plan plan = new Plan("small", 3, NONE, NONE, NONE);
        Spending spending = taken(plan, 0);
        spending.takeOnce();

        assertEquals("\"requests\";r=1;t=40", left(taken(plan, 0)));
        Spending failed = spending(plan);
        failed.takeOnce();
        assertEquals("\"requests\";r=0;t=60", left(failed));
    }

    @Test
    void boundsOperationsAtTheSameTime() throws RefusedException {
        Plan plan = new Plan("narrow", NONE, NONE, 1, NONE);
        Spending first = spending(plan);
        first.begin();

        Refusal refusal = refusal(spending(plan));
        assertEquals(
                "The plan \"narrow\" allows 1 requests at the same time, and as many are in work.", refusal.message());
        assertEquals("1", refusal.headers().get("Retry-After"));
        assertEquals(1, limited("concurrent_requests"));
        first.end();
        first.end();
        spending(plan).begin();
        assertEquals(429, refusal(spending(plan)).status());
    }

    @Test
    void boundsSubscriptionsAtTheSameTime() throws RefusedException {
        Plan plan = new Plan("quiet", NONE, NONE, NONE, 1);
        Runnable leave = spending(plan).openStream();

        var refused = assertThrows(RefusedException.class, () -> spending(plan).openStream());
        assertEquals(
                "The plan \"quiet\" allows 1 subscriptions at the same time, and as many are open.",
                refused.refusal().message());
        leave.run();
        spending(plan).openStream();
        assertEquals(1, limited("subscriptions"));
        assertEquals(List.of("0 1 0"), used, "the one that was refused, and no request: it was one before");
    }

    /** As before a key is looked up that nobody has met. */
    @Test
    void looksWhetherAnAddressMayAskWithoutAPlaceOfItsOwn() throws RefusedException {
        Rates limited = rates(Map.of("rates.anonymous.concurrent-requests", "1"));

        limited.checkAddress("10.0.0.1");
        limited.checkAddress("10.0.0.1");

        Objects.requireNonNull(limited.ofAddress("10.0.0.1")).begin();
        assertEquals(
                429,
                refusal(Objects.requireNonNull(limited.ofAddress("10.0.0.1"))).status());
    }

    @Test
    void keepsClientsAndAddressesApart() {
        Rates limited = rates(Map.of("rates.anonymous.requests-per-minute", "1"));
        Plan same = new Plan(Plan.ANONYMOUS, 1, NONE, NONE, NONE);

        assertTrue(address(limited, "10.0.0.1").succeeded());
        assertTrue(address(limited, "10.0.0.1").failed());
        assertTrue(address(limited, "10.0.0.2").succeeded());
        assertTrue(Objects.requireNonNull(limited.ofClient("10.0.0.2", same, Consumption.UNCOUNTED))
                .take(0)
                .succeeded());
    }

    @Test
    void prefersThePlanForUnknownClientsToTheConfiguration() {
        assertNull(rates.ofAddress("10.0.0.1"));
        Rates limited = rates(Map.of("rates.anonymous.requests-per-minute", "1"));
        limited.limitAnonymous(new Plan(Plan.ANONYMOUS, 2, NONE, NONE, NONE));
        Spending spending = Objects.requireNonNull(limited.ofAddress("10.0.0.1"));
        spending.take(0);
        assertEquals("\"requests\";r=1;t=30", left(spending));

        limited.limitAnonymous(null);
        assertTrue(address(limited, "10.0.0.1").succeeded());
        assertTrue(address(limited, "10.0.0.1").failed());
    }

    @Test
    void costsNothingWhereThereAreNoLimitsAndNobodyCounts() {
        Plan free = new Plan("free", NONE, NONE, NONE, NONE);

        assertNull(rates.ofClient("a", free, Consumption.UNCOUNTED));
        assertFalse(rates.ofClient("a", free, (requests, refused, cost) -> {}) == null);
    }

    @ParameterizedTest
    @CsvSource({"requests-per-minute, 0", "cost-per-minute, -1", "subscriptions, 1000000000001"})
    void startsWithNoLimitThatIsNone(String key, String value) {
        var refused = assertThrows(ConfigurationException.class, () -> rates(Map.of("rates.anonymous." + key, value)));

        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith("lancang.gateway.rates.anonymous." + key + " is " + value + ";"),
                refused.getMessage());
    }

    private static Future<Void> address(Rates rates, String address) {
        return Objects.requireNonNull(rates.ofAddress(address)).take(0);
    }

    private Spending spending(Plan plan) {
        return Objects.requireNonNull(rates.ofClient(
                "client", plan, (requests, refused, cost) -> used.add(requests + " " + refused + " " + cost)));
    }

    private Spending taken(Plan plan, long cost) {
        Spending spending = spending(plan);
        assertTrue(spending.take(cost).succeeded());
        return spending;
    }

    private static Refusal refusal(Future<Void> taken) {
        return ((RefusedException) taken.cause()).refusal();
    }

    private static Refusal refusal(Spending spending) {
        return assertThrows(RefusedException.class, spending::begin).refusal();
    }

    private static MultiMap headers(Spending spending) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        spending.addTo(headers);
        return headers;
    }

    private static String left(Spending spending) {
        return String.valueOf(headers(spending).get("RateLimit"));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private double limited(String limit) {
        return registry.get("lancang.gateway.rates.limited")
                .tag("limit", limit)
                .counter()
                .count();
    }
}
