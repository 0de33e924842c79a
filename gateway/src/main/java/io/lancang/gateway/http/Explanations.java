package io.lancang.gateway.http;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.telemetry.ExplainTrace;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.RequestNotes;
import io.lancang.gateway.telemetry.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** Which requests are explained, and how. Immutable. */
final class Explanations {
    /** The header by which a request asks for it. */
    static final String HEADER = "Lancang-Explain";

    private static final String PLAN = "plan";
    private static final String TRACE = "trace";

    private final boolean showsPlans;
    private final ExplainTrace traces;
    private final String scope;
    private final Tracing tracing;

    Explanations(GatewayConfig config, Tracing tracing) {
        this.showsPlans = config.explain();
        this.traces = config.traces().explain();
        this.scope = config.traces().explainScope();
        this.tracing = tracing;
    }

    /** How a request is explained. */
    enum Kind {
        /** Not at all: it is answered. */
        NONE,
        /** By its plan, and it is not run. */
        PLAN,
        /** By its answer, which says how long it took. */
        TRACE
    }

    /**
     * How a request is explained.
     *
     * @param header null if it has none
     * @throws RefusedException if it may not be, or asks for what there is not
     */
    Kind of(@Nullable String header, ClientRequest client) throws RefusedException {
        return switch (header) {
            case null -> Kind.NONE;
            case PLAN -> {
                if (!showsPlans) {
                    throw new RefusedException(ExplainRefusals.explainDisabled());
                }
                yield Kind.PLAN;
            }
            case TRACE -> {
                if (!mayTrace(client)) {
                    throw new RefusedException(
                            traces == ExplainTrace.OFF
                                    ? ExplainRefusals.traceDisabled()
                                    : ExplainRefusals.traceNotGranted(scope));
                }
                yield Kind.TRACE;
            }
            default -> throw new RefusedException(ExplainRefusals.unknownExplain(header));
        };
    }

    private boolean mayTrace(ClientRequest client) {
        return switch (traces) {
            case OFF -> false;
            case SCOPE -> client.identity().grants().scopes().contains(scope);
            case ALL -> true;
        };
    }

    /** Has the answer say how long it took; it is written down anyway while OpenTelemetry is on. */
    void begin(ClientRequest client) {
        RequestNotes notes = client.notes();
        if (notes.trace() == null) {
            notes.trace(tracing.silently(notes.client()));
        }
        notes.reportTrace();
    }
}
