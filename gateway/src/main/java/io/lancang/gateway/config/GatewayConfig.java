package io.lancang.gateway.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gateway's own keys; ports, logs, CORS and TLS are Quarkus' keys. Each key has an environment form, for instance
 * {@code LANCANG_GATEWAY_SUPERGRAPH} or {@code LANCANG_GATEWAY_SUBGRAPHS__TRADE__URL}.
 */
@ConfigMapping(prefix = "lancang.gateway")
public interface GatewayConfig {
    /** The file with the supergraph SDL. The gateway does not start without one. */
    Optional<String> supergraph();

    /** Settings for single subgraphs, by the name that the subgraph has in the supergraph. */
    Map<String, Subgraph> subgraphs();

    /** How the gateway talks to all subgraphs. */
    Traffic traffic();

    /** What a client may ask for. */
    Limits limits();

    /**
     * Whether a request with the header {@code Lancang-Explain: plan} is answered with its query plan. A plan shows the
     * subgraphs' names and which of their fields are asked for.
     */
    @WithDefault("true")
    boolean explain();

    /**
     * Labels of progressive overrides ({@code @override(label:)}) that are in force for every request. Overrides by
     * {@code percent(n)} need no key: the gateway draws a number for each request. One that stands here is in force for all.
     */
    Optional<Set<String>> overrideLabels();

    /**
     * The header by which a request puts further labels in force for itself, separated by commas; none if it is not set. Set
     * it only where a proxy in front decides who may send the header, since it chooses which subgraph answers.
     */
    Optional<String> overrideLabelsHeader();

    /** Settings for one subgraph. */
    interface Subgraph {
        /** Where the subgraph is, instead of the URL in the supergraph. */
        Optional<URI> url();

        /** How long this subgraph may take for one answer, instead of {@code lancang.gateway.traffic.timeout}. */
        Optional<Duration> timeout();
    }

    /** How the gateway talks to subgraphs. */
    interface Traffic {
        /** How long a subgraph may take for one answer, connecting and reading included. */
        @WithDefault("10s")
        Duration timeout();

        /** How long it may take to connect to a subgraph. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** How long an unused connection stays open; below the 5 seconds after which some servers close theirs. */
        @WithDefault("4s")
        Duration keepAlive();

        /** How many connections each event loop opens to one subgraph at most; further requests wait for a free one. */
        @WithDefault("64")
        int connections();

        /** How large one subgraph's answer may be. */
        @WithDefault("32M")
        MemorySize maxResponseSize();

        /** The HTTP version for subgraphs. */
        @WithDefault("http-1-1")
        Protocol protocol();

        /** Whether subgraphs may compress their answers. Worth it across a slow network only. */
        @WithDefault("false")
        boolean compression();

        /**
         * The headers of a client's request that go to every subgraph. While OpenTelemetry is on, it writes the trace
         * headers itself.
         */
        @WithDefault("authorization,traceparent,tracestate")
        Set<String> forwardHeaders();
    }

    /** HTTP versions for subgraphs. */
    enum Protocol {
        HTTP_1_1,
        /** HTTP/2: by ALPN over TLS, by prior knowledge in clear text. */
        HTTP_2
    }

    /** What a client may ask for. */
    interface Limits {
        /** How large the body of a client's request may be. */
        @WithDefault("1M")
        MemorySize maxBodySize();

        /** How many requests may be in work at the same time; more are refused with status 503. */
        @WithDefault("1000")
        int maxConcurrentRequests();

        /** How long a request may take. What subgraphs have not answered by then is null in the answer, with an error. */
        @WithDefault("30s")
        Duration deadline();

        /** How many tokens a document may have. */
        @WithDefault("30000")
        int maxTokens();

        /** How deep fields may be nested. This and what follows is counted with fragments spread out. */
        @WithDefault("60")
        int maxDepth();

        /** How many fields an operation may have. */
        @WithDefault("20000")
        int maxFields();

        /** How many aliases an operation may have. */
        @WithDefault("2000")
        int maxAliases();

        /** How many fields an operation may ask for at its root. */
        @WithDefault("200")
        int maxRootFields();
    }
}
