package io.lancang.trade;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/** Counts what the database client sends, by the metric that the service publishes. */
final class StatementCount {
    private static final String COMPLETED = "postgresql.completed";

    /** How many statements {@code request} takes. */
    long during(Runnable request) {
        double before = completed();
        request.run();
        return Math.round(completed() - before);
    }

    private static double completed() {
        return Metrics.globalRegistry.get(COMPLETED).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
