package io.lancang.gateway.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The meters of one bean at one point. Thread-safe. */
public final class ExtensionMeters {
    private static final String CALLS = "lancang.gateway.extensions";

    /** How a call of a bean ends. */
    public enum Outcome {
        /** The request goes on. */
        DONE,
        /** The bean refuses the request. */
        REFUSED,
        /** The bean failed, or took longer than the request has time. */
        FAILED
    }

    private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);

    /**
     * @param bean the name of its class
     * @param point of a request's way at which it is called
     */
    public ExtensionMeters(MeterRegistry registry, String bean, String point) {
        for (Outcome outcome : Outcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder(CALLS)
                            .description("Calls of beans that extend the gateway")
                            .tag("extension", bean)
                            .tag("point", point)
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    /** Counts a call that took {@code nanos}. */
    public void count(Outcome outcome, long nanos) {
        Objects.requireNonNull(timers.get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
    }
}
