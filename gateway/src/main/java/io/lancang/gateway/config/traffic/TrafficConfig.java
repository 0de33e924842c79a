package io.lancang.gateway.config.traffic;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How the gateway talks to subgraphs. */
public interface TrafficConfig {
    /** How long a subgraph may take for one answer, connecting and reading included. */
    @WithDefault("10s")
    Duration timeout();

    /** How long it may take to connect to a subgraph. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long an unused connection stays open; below the 5 seconds after which some servers close theirs. */
    @WithDefault("4s")
    Duration keepAlive();

    /**
     * How many connections each event loop opens to one subgraph at most. A client may use three quarters of them; further requests
     * wait, those of each client in turn.
     */
    @WithDefault("64")
    int connections();

    /** How large one subgraph's answer may be. */
    @WithDefault("8M")
    MemorySize maxResponseSize();

    /** How large all answers of subgraphs for one request of a client may be, together. */
    @WithDefault("16M")
    MemorySize maxResponseSizePerRequest();

    /**
     * How many bytes of subgraphs' answers the gateway holds for all requests together; they are held until the client's answer
     * is written. Answers for which there is no room count as failed. Fits the shipped heap of 192 MB.
     */
    @WithDefault("32M")
    MemorySize maxBytesInFlight();

    /** The HTTP version for subgraphs. */
    @WithDefault("http-1-1")
    HttpProtocol protocol();

    /**
     * Which of Quarkus' TLS configurations ({@code quarkus.tls.NAME}) holds for subgraphs behind https: certificates that
     * are trusted, and the gateway's own if subgraphs ask for one. Those that Java comes with are trusted if it is left
     * out.
     */
    Optional<String> tls();

    /**
     * Whether equal queries to a subgraph that are in flight at one moment, for clients for which it gets the same headers, are sent once. Where
     * the response cache is on for a subgraph, they are in any case.
     */
    @WithDefault("true")
    boolean deduplicateQueries();

    /** Whether subgraphs may compress their answers. Worth it across a slow network only. */
    @WithDefault("false")
    boolean compression();

    /**
     * The headers of a client's request that go to every subgraph. While OpenTelemetry is on, it writes the trace
     * headers itself. What needs more than that is a rule of {@code lancang.gateway.headers}.
     */
    @WithDefault("authorization,traceparent,tracestate")
    Set<String> forwardHeaders();

    /** What the gateway does about subgraphs that are slow or fail. */
    ResilienceConfig resilience();
}
