package io.lancang.gateway.config.subscription;

/** Protocols on which subgraphs give events. */
public enum StreamProtocol {
    /** WebSocket with the sub-protocol {@code graphql-transport-ws}. */
    WEBSOCKET,
    /** Server-sent events, one connection a subscription (graphql-sse, distinct connections mode). */
    SSE,
    /**
     * HTTP requests of the subgraph to the gateway, one an event (Apollo's callback protocol, version 1.0). Needs
     * {@code lancang.gateway.callbacks.url}.
     */
    CALLBACK
}
