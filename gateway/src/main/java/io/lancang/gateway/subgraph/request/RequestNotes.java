package io.lancang.gateway.subgraph.request;

import io.lancang.federation.OperationType;
import io.lancang.federation.PlanStep;
import io.lancang.federation.engine.Preparation;
import io.lancang.gateway.telemetry.name.ClientNames;
import io.lancang.gateway.telemetry.trace.FetchTrace;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.lancang.gateway.telemetry.trace.Untraced;
import org.jspecify.annotations.Nullable;

/** What is reported of a client's request, to the client and to operators. Belongs to the event loop of the client's connection. */
public final class RequestNotes {
    private String client = ClientNames.UNNAMED;
    private boolean reportsCost;
    private boolean reportsTrace;
    private @Nullable OperationTrace trace;
    private @Nullable OperationType operationType;
    private @Nullable String operationName;
    private @Nullable String document;

    RequestNotes() {}

    /** The client counts by this name. */
    public void client(String name) {
        client = name;
    }

    /** The name by which the client is counted. */
    public String client() {
        return client;
    }

    /**
     * An operation is ready to run.
     *
     * @param from has it
     */
    public void operation(Preparation operation, String from) {
        operationType = operation.operationType();
        operationName = operation.operationName();
        document = from;
    }

    /** What the operation does; null if that is not known yet, or it cannot be run. */
    public @Nullable OperationType operationType() {
        return operationType;
    }

    /** The name of the operation in its document; null if it has none, or that is not known yet. */
    public @Nullable String operationName() {
        return operationName;
    }

    /** The document of the operation; null if it is not known yet. */
    public @Nullable String document() {
        return document;
    }

    /** Has the operation written down; null if nobody wants to know. */
    public void trace(@Nullable OperationTrace by) {
        trace = by;
    }

    /** Where the operation is written down; null if it is not. */
    public @Nullable OperationTrace trace() {
        return trace;
    }

    /** Where a request to a subgraph is written down. */
    public FetchTrace trace(@Nullable PlanStep step) {
        return trace == null ? Untraced.UNTRACED : trace.latest(step);
    }

    /** Has the cost of the request reported to the client. */
    public void reportCost() {
        reportsCost = true;
    }

    /** Whether the cost of the request is reported to the client. */
    public boolean reportsCost() {
        return reportsCost;
    }

    /** Has the answer say how long its steps took. The operation has to be written down. */
    public void reportTrace() {
        reportsTrace = true;
    }

    /** Whether the answer says how long its steps took. */
    public boolean reportsTrace() {
        return reportsTrace;
    }
}
