package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.telemetry.BreakerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final RuntimeException failure = new IllegalStateException("away");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T12:00:00Z"));
    private final List<BreakerState> states = new ArrayList<>();

    @Test
    void opensWhenFourOfFiveRequestsFail() {
        Breaker breaker = breaker(Map.of());
        fail(breaker, 15);
        succeed(breaker, 4);
        assertTrue(breaker.enter(), "nothing is decided below twenty requests");

        breaker.failed(1, failure); // 16 of 20

        assertEquals(BreakerState.OPEN, breaker.state());
        assertFalse(breaker.enter());
    }

    @Test
    void staysClosedWhenHalfOfTheRequestsFail() {
        Breaker breaker = breaker(Map.of());
        for (int i = 0; i < 50; i++) {
            fail(breaker, 1);
            succeed(breaker, 1);
        }
        assertEquals(BreakerState.CLOSED, breaker.state());
    }

    @Test
    void letsFiveProbesThroughAfterASecondAndClosesWhenTheySucceed() {
        Breaker breaker = breaker(Map.of());
        fail(breaker, 20);
        now.updateAndGet(before -> before.plus(Duration.ofMillis(999)));
        assertFalse(breaker.enter());
        now.updateAndGet(before -> before.plus(Duration.ofMillis(2)));
        for (int probe = 0; probe < 5; probe++) {
            assertTrue(breaker.enter());
        }
        assertFalse(breaker.enter(), "a sixth probe");

        for (int probe = 0; probe < 5; probe++) {
            breaker.succeeded(1);
        }

        assertEquals(List.of(BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.CLOSED), states);
    }

    @Test
    void letsAnotherProbeThroughForOneFromWhichNothingFollows() {
        Breaker breaker = breaker(Map.of());
        fail(breaker, 20);
        now.updateAndGet(before -> before.plus(Duration.ofSeconds(2)));
        for (int probe = 0; probe < 5; probe++) {
            assertTrue(breaker.enter());
        }
        breaker.ignored();
        assertTrue(breaker.enter());
    }

    @Test
    void neverOpensWhenSwitchedOff() {
        Breaker breaker = breaker(Map.of("traffic.resilience.breaker.enabled", "false"));
        fail(breaker, 100);
        assertTrue(breaker.enter());
        assertEquals(BreakerState.CLOSED, breaker.state());
    }

    private void fail(Breaker breaker, int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(breaker.enter());
            breaker.failed(1, failure);
        }
    }

    private static void succeed(Breaker breaker, int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(breaker.enter());
            breaker.succeeded(1);
        }
    }

    private Breaker breaker(Map<String, String> keys) {
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        return new Breaker("trade", TestConfig.with(keys).traffic().resilience().breaker(), clock, states::add);
    }
}
