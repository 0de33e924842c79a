package io.lancang.gateway.telemetry;

import io.lancang.federation.OperationType;
import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.telemetry.OperationMetricsConfig;
import io.lancang.gateway.telemetry.name.ClientNames;
import io.lancang.gateway.telemetry.name.Names;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The meters of operations by their names, and of clients by theirs. Apart from each other: all clients times all operations would
 * be more series than anybody reads. Thread-safe.
 */
@Singleton
public class OperationMeters {
    private static final String OPERATIONS = "lancang.gateway.operations";
    private static final String CLIENTS = "lancang.gateway.clients";
    private static final String ERRORS = "lancang.gateway.errors";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final boolean isOn;
    private final Names names;
    // Looked up in maps of their own: a look-up in the registry builds a list of tags and hashes it.
    private final Map<OperationType, Map<String, Map<RequestOutcome, Timer>>> operations =
            new EnumMap<>(OperationType.class);
    private final Map<String, Map<RequestOutcome, Timer>> clients = new ConcurrentHashMap<>();
    private final Map<String, Counter> errors = new ConcurrentHashMap<>();
    private final Counter otherErrors;

    @Inject
    OperationMeters(MeterRegistry registry, GatewayConfig config) {
        this(registry, config.operationMetrics());
    }

    OperationMeters(MeterRegistry registry, OperationMetricsConfig config) {
        this.registry = registry;
        this.isOn = config.enabled();
        this.names = new Names(config.maxOperations());
        for (OperationType type : OperationType.values()) {
            operations.put(type, new ConcurrentHashMap<>());
        }
        // What is not among these is a subgraph's own, and there is no end of those.
        for (ErrorCode code : ErrorCode.values()) {
            errors.put(code.name(), errors(code.name()));
        }
        otherErrors = errors(Names.OTHER);
    }

    private Counter errors(String code) {
        return Counter.builder(ERRORS)
                .description("Errors that clients were sent")
                .tag("code", code)
                .register(registry);
    }

    /**
     * Counts an operation that ended.
     *
     * @param type null if it could not be run: then it has no name that anybody has checked
     * @param name in its document; null if it has none
     * @param client its name, one of so many
     * @param nanos that it took
     */
    public void operation(
            @Nullable OperationType type, @Nullable String name, String client, RequestOutcome outcome, long nanos) {
        if (!isOn) {
            return;
        }
        timer(clients, client, outcome, () -> clientTimer(client, outcome)).record(nanos, TimeUnit.NANOSECONDS);
        if (type != null) {
            String known = name == null ? ClientNames.UNNAMED : names.bounded(name);
            timer(operations.get(type), known, outcome, () -> operationTimer(type, known, outcome))
                    .record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private static Timer timer(
            @Nullable Map<String, Map<RequestOutcome, Timer>> all,
            String name,
            RequestOutcome outcome,
            Supplier<Timer> first) {
        Map<RequestOutcome, Timer> timers = Objects.requireNonNull(all, "there is a map for each type")
                .computeIfAbsent(name, ignored -> new ConcurrentHashMap<>());
        Timer timer = timers.get(outcome);
        return timer == null ? timers.computeIfAbsent(outcome, ignored -> first.get()) : timer;
    }

    private Timer clientTimer(String client, RequestOutcome outcome) {
        return Timer.builder(CLIENTS)
                .description("Operations by the names of clients")
                .tag("client", client)
                .tag("outcome", text(outcome))
                .register(registry);
    }

    private Timer operationTimer(OperationType type, String name, RequestOutcome outcome) {
        return Timer.builder(OPERATIONS)
                .description("Operations by their names")
                .tag("operation", name)
                .tag("type", text(type))
                .tag("outcome", text(outcome))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** Counts errors that a client is sent, by their codes. */
    public void errors(Map<String, Integer> counts) {
        counts.forEach((code, count) -> errors.getOrDefault(code, otherErrors).increment(count));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
