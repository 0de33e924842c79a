package io.lancang.gateway.subgraph;

import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.lancang.gateway.telemetry.trace.RecordedFetch;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Writes down when the engine asks subgraphs and when it has its answers, for operations that are traced. Whoever answers finds what
 * belongs to the request by its step of the plan. Thread-safe; each request stays on the event loop of its client.
 */
public final class TracedSubgraphClient implements SubgraphClient<ClientRequest> {
    private final SubgraphClient<ClientRequest> subgraphs;

    public TracedSubgraphClient(SubgraphClient<ClientRequest> subgraphs) {
        this.subgraphs = subgraphs;
    }

    @Override
    public CompletionStage<SubgraphResponse> send(SubgraphRequest<ClientRequest> request) {
        OperationTrace trace = request.context().notes().trace();
        RecordedFetch fetch = trace == null || request.step() == null
                ? null
                : trace.begin(request.step(), request.subgraph(), request.entities());
        return fetch == null
                ? subgraphs.send(request)
                : subgraphs.send(request).whenComplete((answer, failure) -> {
                    if (failure == null) {
                        fetch.answered();
                    } else {
                        fetch.failed(code(failure));
                    }
                });
    }

    private static String code(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return (cause instanceof SubgraphException known ? known.code() : ErrorCode.INTERNAL).name();
    }

    @Override
    public GraphQLError shown(String subgraph, GraphQLError reported) {
        return subgraphs.shown(subgraph, reported);
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest<ClientRequest> request) {
        return subgraphs.subscribe(request);
    }
}
