package io.lancang.gateway.telemetry.trace;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.telemetry.TracesConfig;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Begins to write operations down. Thread-safe. */
@Singleton
public class Tracing {
    private static final String SCOPE = "io.lancang.gateway";

    private final boolean isOn;
    private final TraceWriter spans;
    private final TraceWriter silent;

    @Inject
    Tracing(
            OpenTelemetry telemetry,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false") boolean disabled) {
        this(telemetry, config.traces(), !disabled);
    }

    Tracing(OpenTelemetry telemetry, TracesConfig config, boolean isOn) {
        this.isOn = isOn;
        this.spans = writer(telemetry, config);
        this.silent = writer(OpenTelemetry.noop(), config);
    }

    private static TraceWriter writer(OpenTelemetry telemetry, TracesConfig config) {
        return new TraceWriter(
                telemetry.getTracer(SCOPE),
                telemetry.getPropagators().getTextMapPropagator(),
                config.documents(),
                config.variables());
    }

    /** The trace of an operation that an HTTP request asks for, which runs here; null while OpenTelemetry is off. */
    public @Nullable OperationTrace ofRequest(String client) {
        return isOn ? OperationTrace.ofRequest(spans, Context.current(), client) : null;
    }

    /**
     * The trace of an operation that is asked for over a connection; null while OpenTelemetry is off.
     *
     * @param connection the context in which the connection was opened
     */
    public @Nullable OperationTrace onConnection(Context connection, String client) {
        return isOn ? OperationTrace.onConnection(spans, connection, client) : null;
    }

    /** A trace of which nothing is sent, for an operation of which somebody wants to know how long it takes. */
    public OperationTrace silently(String client) {
        return OperationTrace.ofRequest(silent, Context.root(), client);
    }
}
