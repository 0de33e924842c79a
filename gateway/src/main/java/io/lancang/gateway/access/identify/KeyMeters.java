package io.lancang.gateway.access.identify;

import io.lancang.gateway.access.key.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts what became of keys that clients sent. Thread-safe. */
final class KeyMeters {
    private static final String[] OUTCOMES = {
        "verified",
        "malformed",
        "key_unknown",
        "key_expired",
        "key_revoked",
        "client_suspended",
        "unavailable",
        "limited"
    };

    private final Map<String, Counter> counters = new HashMap<>();

    KeyMeters(MeterRegistry registry) {
        for (String outcome : OUTCOMES) {
            counters.put(
                    outcome,
                    Counter.builder("lancang.gateway.keys")
                            .description("Keys that clients sent")
                            .tag("outcome", outcome)
                            .register(registry));
        }
    }

    void verified() {
        count("verified");
    }

    void malformed() {
        count("malformed");
    }

    void bad(Verdict.Reason reason) {
        count(reason.name().toLowerCase(Locale.ROOT));
    }

    void unavailable() {
        count("unavailable");
    }

    void limited() {
        count("limited");
    }

    private void count(String outcome) {
        Objects.requireNonNull(counters.get(outcome), "there is one of each").increment();
    }
}
