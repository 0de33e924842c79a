package io.lancang.gateway.subgraph.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.lancang.gateway.config.traffic.BreakerConfig;
import io.lancang.gateway.telemetry.BreakerState;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Keeps requests from a subgraph most of whose latest ones failed, until a few that probe it succeed. Each request that {@link
 * #enter}s ends by one of the other methods. Thread-safe.
 */
final class Breaker {
    private final CircuitBreaker circuit;
    private final Consumer<BreakerState> changed;
    private final AtomicReference<BreakerState> told = new AtomicReference<>(BreakerState.CLOSED);

    /** @param changed hears of each new state */
    Breaker(String subgraph, BreakerConfig config, Clock clock, Consumer<BreakerState> changed) {
        this.changed = changed;
        circuit = CircuitBreaker.of(
                subgraph,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(config.window())
                        .minimumNumberOfCalls(config.minRequests())
                        .failureRateThreshold((float) (100 * config.failureShare()))
                        .waitDurationInOpenState(config.openFor())
                        .permittedNumberOfCallsInHalfOpenState(config.probes())
                        // Only answers that do not come count, and how long they may take is said elsewhere.
                        .slowCallRateThreshold(100)
                        .clock(clock)
                        .build());
        if (!config.enabled()) {
            circuit.transitionToDisabledState();
        }
    }

    /** Whether a request may be sent. */
    boolean enter() {
        boolean may = circuit.tryAcquirePermission();
        tell();
        return may;
    }

    void succeeded(long nanos) {
        circuit.onSuccess(nanos, TimeUnit.NANOSECONDS);
        tell();
    }

    void failed(long nanos, Throwable failure) {
        circuit.onError(nanos, TimeUnit.NANOSECONDS, failure);
        tell();
    }

    /** Nothing follows from how the request ended. */
    void ignored() {
        circuit.releasePermission();
    }

    /** The library's own events are no way: who listens to one kind pays for an object of each other kind, for each request. */
    private void tell() {
        BreakerState now = state();
        if (told.get() != now && told.getAndSet(now) != now) {
            changed.accept(now);
        }
    }

    BreakerState state() {
        return switch (circuit.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
        };
    }
}
