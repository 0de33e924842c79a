package io.lancang.gateway.subgraph;

import io.lancang.gateway.access.Identity;
import io.lancang.gateway.limits.Deadline;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the requests to subgraphs have in common that are made for one request of a client. This is the context that the
 * gateway gives to the engine. Belongs to the event loop of the client's connection.
 */
public final class ClientRequest {
    private final MultiMap headers;
    private Deadline deadline;
    private final Set<String> overrideLabels;
    private final Identity identity;
    private final List<SubgraphCall> calls = new ArrayList<>();
    private boolean abandoned;
    private boolean reportsCost;

    /**
     * @param headers all headers to send to subgraphs, see {@link HeaderForwarding}
     * @param deadline when the client must have its answer
     */
    public ClientRequest(MultiMap headers, Deadline deadline) {
        this(headers, deadline, Set.of());
    }

    /**
     * @param headers all headers to send to subgraphs, see {@link HeaderForwarding}
     * @param deadline when the client must have its answer
     * @param overrideLabels of progressive overrides that the request puts in force for itself
     */
    public ClientRequest(MultiMap headers, Deadline deadline, Set<String> overrideLabels) {
        this(headers, deadline, overrideLabels, Identity.ANONYMOUS);
    }

    /**
     * @param headers all headers to send to subgraphs, see {@link HeaderForwarding}
     * @param deadline when the client must have its answer
     * @param overrideLabels of progressive overrides that the request puts in force for itself
     * @param identity who the client is
     */
    public ClientRequest(MultiMap headers, Deadline deadline, Set<String> overrideLabels, Identity identity) {
        this.identity = identity;
        this.headers = headers;
        this.deadline = deadline;
        this.overrideLabels = Set.copyOf(overrideLabels);
    }

    /** Who the client is. */
    public Identity identity() {
        return identity;
    }

    /** Labels of progressive overrides that the request puts in force for itself. */
    public Set<String> overrideLabels() {
        return overrideLabels;
    }

    /** Has the client told what its request costs. */
    public void reportCost() {
        reportsCost = true;
    }

    /** Whether the client is told what its request costs. */
    public boolean reportsCost() {
        return reportsCost;
    }

    /** Stops what is asked for this client, because it has gone. Without effect once the answer is complete. */
    public void abandon() {
        abandoned = true;
        // A call that ends may make the engine start the next one, which then finds this request abandoned.
        List.copyOf(calls).forEach(SubgraphCall::abandon);
    }

    /** Whether the client has gone. */
    public boolean isAbandoned() {
        return abandoned;
    }

    MultiMap headers() {
        return headers;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Gives the answer to the next event of a subscription as much time as an answer to a request has. */
    void beginEvent() {
        deadline = deadline.again();
    }

    void started(SubgraphCall call) {
        calls.add(call);
    }

    void ended(SubgraphCall call) {
        calls.remove(call);
    }
}
