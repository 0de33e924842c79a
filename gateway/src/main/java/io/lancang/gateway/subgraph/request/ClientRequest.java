package io.lancang.gateway.subgraph.request;

import io.lancang.gateway.access.Identity;
import io.lancang.gateway.freshness.AnswerFreshness;
import io.lancang.gateway.headers.AnswerHeaders;
import io.lancang.gateway.headers.OutgoingHeaders;
import io.lancang.gateway.headers.SubgraphHeaders;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.limits.rate.Spending;
import io.lancang.gateway.subgraph.timing.DeadlineWatch;
import io.lancang.gateway.telemetry.trace.OperationTrace;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the requests to subgraphs have in common that are made for one request of a client. This is the context that the
 * gateway gives to the engine. Belongs to the event loop of the client's connection.
 */
public final class ClientRequest {
    private static final String ANY_CLIENT = "";

    private final String client;
    private final SubgraphHeaders headers;
    private final AnswerHeaders answerHeaders;
    // These two are read by whoever prepares the operation, on another thread.
    private volatile Deadline deadline;
    private final Set<String> overrideLabels;
    private final Identity identity;
    private final List<Abandonable> calls = new ArrayList<>();
    private final DeadlineWatch deadlines = new DeadlineWatch();
    private @Nullable Spending spending;
    private @Nullable String contract;
    private boolean beginsBehindAnEvent;
    /** Those are equal that are the same: subgraphs without rules of their own have one object and one scope in common. */
    private final Map<OutgoingHeaders, ClientScope> scopes = new HashMap<>();

    private final MultiMap received;

    private final RequestNotes notes = new RequestNotes();
    private @Nullable RequestExtensions extensions;
    private @Nullable AnswerFreshness freshness;
    private final HeldRoom room = new HeldRoom();
    private volatile boolean abandoned;
    private final RequestStreams streams = new RequestStreams();

    /**
     * @param headers all headers to send to subgraphs, see {@link HeaderForwarding}
     * @param deadline when the client must have its answer
     */
    public ClientRequest(MultiMap headers, Deadline deadline) {
        this(ANY_CLIENT, headers, SubgraphHeaders.same(headers), deadline, Set.of(), Identity.ANONYMOUS);
    }

    /**
     * @param client identifies it
     * @param received the client's own headers
     * @param headers all headers to send to subgraphs, and which of theirs the client is sent
     * @param deadline when the client must have its answer
     * @param overrideLabels of progressive overrides that the request puts in force for itself
     * @param identity who the client is
     */
    public ClientRequest(
            String client,
            MultiMap received,
            SubgraphHeaders headers,
            Deadline deadline,
            Set<String> overrideLabels,
            Identity identity) {
        this.client = client;
        this.received = received;
        this.identity = identity;
        this.headers = headers;
        this.answerHeaders = headers.answers();
        this.deadline = deadline;
        this.overrideLabels = Set.copyOf(overrideLabels);
    }

    /** Who the client is. */
    public Identity identity() {
        return identity;
    }

    /** Who may see what this client may see of a subgraph. */
    public ClientScope scope(String subgraph) {
        return scopes.computeIfAbsent(
                outgoing(subgraph),
                sent -> ClientScope.of(
                        sent.all(),
                        sent.hasCredentials() || !identity.claimHeaders().isEmpty()));
    }

    /** What the client is sent of the headers of answers that were made for this request. */
    public AnswerHeaders answerHeaders() {
        return answerHeaders;
    }

    /** How long the answer counts, as far as anybody has noted it. */
    public AnswerFreshness freshness() {
        AnswerFreshness known = freshness;
        if (known == null) {
            known = new AnswerFreshness();
            freshness = known;
        }
        return known;
    }

    /** As {@link #freshness}; null if nobody has noted anything. */
    public @Nullable AnswerFreshness notedFreshness() {
        return freshness;
    }

    /** The same client, for something that is not given up when it leaves, and has as much time from now on. */
    public ClientRequest detached() {
        ClientRequest same = new ClientRequest(client, received, headers, deadline.again(), overrideLabels, identity);
        same.extensions = extensions;
        same.beginsBehindAnEvent = beginsBehindAnEvent;
        return same;
    }

    /** Identifies the client. */
    public String client() {
        return client;
    }

    /** What is reported of the request. */
    public RequestNotes notes() {
        return notes;
    }

    /** Whether the client is still there and has time left. May be called on any thread. */
    public boolean isWanted() {
        return !abandoned && deadline.remainingMillis() > 0;
    }

    /** Labels of progressive overrides that the request puts in force for itself. */
    public Set<String> overrideLabels() {
        return overrideLabels;
    }

    /**
     * Asks a part of the graph alone.
     *
     * @param name of a contract; null for the whole graph
     */
    public ClientRequest asking(@Nullable String name) {
        contract = name;
        return this;
    }

    /** The name of the contract that the request is asked of; null for the whole graph. */
    public @Nullable String contract() {
        return contract;
    }

    /** Subscribes to the events that follow on one which it names. */
    public void beginBehindAnEvent() {
        beginsBehindAnEvent = true;
    }

    /** Whether it subscribes to the events that follow on one which it names, whenever that was. */
    public boolean beginsBehindAnEvent() {
        return beginsBehindAnEvent;
    }

    /** Takes of the limits of its client, as said. */
    public ClientRequest spending(@Nullable Spending of) {
        spending = of;
        return this;
    }

    /** What the request takes of the limits of its client; null if it has none. */
    public @Nullable Spending spending() {
        return spending;
    }

    /** Stops what is asked for this client, because it has gone. Without effect once the answer is complete. */
    public void abandon() {
        abandoned = true;
        // A call that ends may make the engine start the next one, which then finds this request abandoned.
        List.copyOf(calls).forEach(Abandonable::abandon);
    }

    /** Whether the client has gone. */
    public boolean isAbandoned() {
        return abandoned;
    }

    /** The room that its answers take. */
    public HeldRoom room() {
        return room;
    }

    /** Gives the room back that answers took. To be called when the client's answer is written, or will never be. */
    public void release() {
        deadlines.stop();
        room.release();
    }

    /** All headers to send to a subgraph. Not to be changed. */
    public MultiMap headers(String subgraph) {
        return outgoing(subgraph).all();
    }

    /** What a subgraph is sent, with what extensions have changed for this request. */
    public OutgoingHeaders outgoing(String subgraph) {
        OutgoingHeaders changed = extensions == null ? null : extensions.sent(subgraph);
        return changed == null ? headers.of(subgraph) : changed;
    }

    /** The client's own headers. Not to be changed. */
    public MultiMap received() {
        return received;
    }

    /** What extensions have done to this request. */
    public RequestExtensions extensions() {
        RequestExtensions known = extensions;
        if (known == null) {
            known = new RequestExtensions();
            extensions = known;
        }
        return known;
    }

    /** For how many milliseconds the client still waits; 0 or less if it does not. */
    public long remainingMillis() {
        return deadline.remainingMillis();
    }

    public Deadline deadline() {
        return deadline;
    }

    /** Those who wait until then. */
    public DeadlineWatch deadlines() {
        return deadlines;
    }

    /** Gives the answer to the next event of a subscription as much time as an answer to a request has. */
    public void beginEvent() {
        release();
        deadline = deadline.again();
        OperationTrace trace = notes.trace();
        if (trace != null) {
            trace.beginEvent();
        }
    }

    /** The streams of subgraphs that it has. */
    public RequestStreams streams() {
        return streams;
    }

    public void started(Abandonable call) {
        calls.add(call);
    }

    public void ended(Abandonable call) {
        calls.remove(call);
    }
}
