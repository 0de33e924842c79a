package io.lancang.kit.load;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts and times loads by how they ended. Thread-safe. */
final class LoadMeter {
    private static final String LOADS = "lancang.releases.loads";

    // All at once, so that the first failure is an increase from zero that an alert can see.
    private final Map<LoadOutcome, Timer> timers = new EnumMap<>(LoadOutcome.class);

    LoadMeter(MeterRegistry registry) {
        for (LoadOutcome outcome : LoadOutcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder(LOADS)
                            .description("Files loaded or checked, packaged ones and imports")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void ended(LoadOutcome outcome, long nanos) {
        Timer timer = timers.get(outcome);
        if (timer == null) {
            throw new IllegalStateException("No timer for " + outcome);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }
}
