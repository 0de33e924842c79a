package io.lancang.gateway.operation;

import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.telemetry.RequestOutcome;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.vertx.core.AsyncResult;
import org.jspecify.annotations.Nullable;

/** Writes down how operations end. */
final class TraceEnds {
    private TraceEnds() {}

    /**
     * The gateway has done with a request what it can do at once.
     *
     * @param end an {@link Outcome}, or the text of a plan
     * @param trace null if the operation is not written down
     */
    static void note(AsyncResult<?> end, @Nullable OperationTrace trace) {
        if (trace != null) {
            noteEnd(end, trace);
        }
    }

    private static void noteEnd(AsyncResult<?> end, OperationTrace trace) {
        if (end.failed()) {
            if (end.cause() instanceof RefusedException refused) {
                trace.refused(refused.refusal().code());
            } else {
                trace.failed(end.cause());
            }
            return;
        }
        switch (end.result()) {
            case Outcome.Answered(GraphQLResponse answer) -> trace.answered(answer);
            case Outcome.Subscribed subscribed -> {
                // It ends with its stream.
            }
            case Outcome.InParts inParts -> {
                // It ends with the last part.
            }
            default -> trace.ended(RequestOutcome.TEXT);
        }
    }
}
