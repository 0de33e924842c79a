package io.lancang.gateway.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
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
    @WithDefaults
    Map<String, Subgraph> subgraphs();

    /** How the gateway talks to all subgraphs. */
    Traffic traffic();

    /** What a client may ask for. */
    Limits limits();

    /** How the gateway answers clients. */
    Answers answers();

    /** Documents that clients need not send, because the gateway knows them. */
    Documents documents();

    /** How clients subscribe: WebSocket with graphql-transport-ws, server-sent events, or multipart. */
    Subscriptions subscriptions();

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

    /** How the gateway answers clients. */
    interface Answers {
        /**
         * The length from which an answer is compressed for a client whose {@code Accept-Encoding} takes gzip or deflate.
         * Streams and answers in parts never are. Behind a proxy that compresses, a length that no answer has saves the time.
         */
        @WithDefault("1K")
        MemorySize compressionThreshold();
    }

    /** Settings for one subgraph. */
    interface Subgraph {
        /** Where the subgraph is, instead of the URL in the supergraph. */
        Optional<URI> url();

        /** How long this subgraph may take for one answer, instead of {@code lancang.gateway.traffic.timeout}. */
        Optional<Duration> timeout();

        /** How the gateway subscribes to this subgraph. */
        SubgraphSubscriptions subscriptions();
    }

    /** How the gateway subscribes to one subgraph. Each subscription of a client has a connection of its own. */
    interface SubgraphSubscriptions {
        /** The protocol on which this subgraph gives events. */
        @WithDefault("websocket")
        StreamProtocol protocol();

        /**
         * The path of the endpoint for subscriptions, with a query if it needs one. Host, port and TLS are those of the
         * subgraph's URL; so is the path, unless it stands here.
         */
        Optional<String> path();

        /** What the first message on a WebSocket connection carries besides its type. */
        @WithDefault("empty")
        ConnectionInit connectionInit();

        /**
         * How long the connection may be silent before the subgraph counts as gone. A quiet WebSocket connection is asked
         * for a sign of life after half of it. On server-sent events the subgraph has to send comments more often than that.
         */
        @WithDefault("60s")
        Duration idleTimeout();
    }

    /** Protocols on which subgraphs give events. */
    enum StreamProtocol {
        /** WebSocket with the sub-protocol {@code graphql-transport-ws}. */
        WEBSOCKET,
        /** Server-sent events, one connection a subscription (graphql-sse, distinct connections mode). */
        SSE
    }

    /** What {@code connection_init} carries. */
    enum ConnectionInit {
        /** No payload. The forwarded headers are on the request that opens the connection. */
        EMPTY,
        /** The forwarded headers as members of the payload as well, for subgraphs that look for tokens there. */
        HEADERS
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

        /**
         * Which of Quarkus' TLS configurations ({@code quarkus.tls.NAME}) holds for subgraphs behind https: certificates that
         * are trusted, and the gateway's own if subgraphs ask for one. Those that Java comes with are trusted if it is left
         * out.
         */
        Optional<String> tls();

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

        /** How long the URL of a client's request may be, path and query together. */
        @WithDefault("16K")
        MemorySize maxUriLength();

        /** How large the headers of a client's request may be, names and values together. */
        @WithDefault("16K")
        MemorySize maxHeaderSize();

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

    /** How clients subscribe. */
    interface Subscriptions {
        /** How many subscriptions may be open at the same time, on all transports together. */
        @WithDefault("10000")
        int maxConcurrent();

        /** How many WebSocket connections may be open at the same time; more are refused with status 503. */
        @WithDefault("10000")
        int maxConnections();

        /** How many operations may run on one WebSocket connection at the same time. */
        @WithDefault("100")
        int maxPerConnection();

        /** How long a WebSocket connection may wait with its first message, {@code connection_init}. */
        @WithDefault("3s")
        Duration initTimeout();

        /**
         * Members of the payload of {@code connection_init} that count as headers of the client, because pages cannot set
         * headers of a WebSocket. One that the request itself has, perhaps from a proxy that knows the client, wins.
         */
        @WithDefault("authorization")
        Set<String> connectionInitHeaders();

        /**
         * How often a quiet stream shows that it is alive: a ping on WebSocket, a comment on server-sent events, a heartbeat
         * on multipart. A WebSocket client that answers no ping until the next is due is disconnected.
         */
        @WithDefault("10s")
        Duration keepAlive();

        /**
         * How long a client may leave what it was sent unread. Until then its subscriptions ask their subgraphs for no more
         * events, so nothing is lost and nothing piles up; then its connection is closed.
         */
        @WithDefault("30s")
        Duration slowClientTimeout();
    }

    /** Documents that clients need not send, because the gateway knows them. */
    interface Documents {
        /**
         * Whether documents are remembered by their hash, so that a client sends a long one only once (automatic persisted
         * queries).
         */
        @WithDefault("true")
        boolean rememberByHash();

        /** How many characters of documents are remembered by hash; those that nobody asks for are forgotten first. */
        @WithDefault("16M")
        MemorySize rememberedSize();

        /**
         * A JSON file with documents that are trusted: an object from ids to documents, or Apollo's persisted query manifest.
         * Clients ask for them by {@code documentId}, or in the form of a persisted query.
         */
        Optional<String> trusted();

        /** Whether all other documents are refused. */
        @WithDefault("false")
        boolean onlyTrusted();
    }
}
