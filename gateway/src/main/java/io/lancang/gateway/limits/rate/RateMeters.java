package io.lancang.gateway.limits.rate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts operations that were refused because of the limits of their client. Thread-safe. */
final class RateMeters {
    private final Map<Kind, Counter> limited = new EnumMap<>(Kind.class);
    private final Counter unshared;

    RateMeters(MeterRegistry registry) {
        for (Kind kind : Kind.values()) {
            limited.put(
                    kind,
                    Counter.builder("lancang.gateway.rates.limited")
                            .description("Operations that a limit of their client refused")
                            .tag("limit", kind.label())
                            .register(registry));
        }
        unshared = Counter.builder("lancang.gateway.rates.unshared")
                .description("Operations that this gateway counted by itself, because the store could not be asked")
                .register(registry);
    }

    void limited(Kind kind) {
        Objects.requireNonNull(limited.get(kind), "there is one of each").increment();
    }

    void unshared() {
        unshared.increment();
    }
}
